import { createHmac } from "node:crypto";
import { invalid } from "../http/fault.ts";
import { isEqual } from "../is-equal.ts";

/** Writes and reads the NextToken of one list: where a page ended, signed, in the list's own encoding. */
export interface NextToken {
  /** The token of the page that ends with `name`. */
  write(name: string): string;
  /** The name in a token that this store wrote for this list; any other is refused. */
  read(token: string): string;
}

export interface List {
  readonly secret: Uint8Array;
  readonly action: "ListProjects" | "ListDatasets";
  /** Whose list it is: the account, or the account and the project. */
  readonly owner: string;
  readonly encoding: "utf8" | "base64";
}

export function createNextToken({ secret, action, owner, encoding }: List): NextToken {
  const write = (name: string) => {
    const text = `${owner}:${name}`;
    const tag = createHmac("sha256", secret).update(`${action} ${text}`).digest("base64url").slice(0, 16);
    return Buffer.from(`${text}:${tag}`).toString(encoding);
  };
  return {
    write,
    read(token) {
      const text = Buffer.from(token, encoding).toString();
      const name = text.slice(owner.length + 1, text.lastIndexOf(":"));
      if (!isEqual(write(name), token)) throw invalid("NextToken");
      return name;
    },
  };
}
