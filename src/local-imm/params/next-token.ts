import { createHmac } from "node:crypto";
import type { Action } from "../../contract/wire.ts";
import { timingSafeEqualText } from "../timing-safe-equal.ts";
import { writeJson } from "../write-json.ts";
import { refusal } from "./problem.ts";

/** Where a row stands in its list: the values that it is sorted by, its key last. */
export type Position = readonly string[];

/** Writes and reads the NextToken of one list: where a page ended, signed, in the list's own encoding. */
export interface NextToken {
  /** The token of the page whose last row stands there. */
  write(position: Position): string;
  /** The position in a token that this store wrote for this list; any other token is refused. */
  read(token: string): Position;
}

/** One list: what is in it, in which order, and how its tokens are written. */
export interface List {
  readonly action: Action;
  /** Whose list it is, in the names that IMM's tokens begin with: the account and the project, for example. */
  readonly owner: readonly string[];
  /** What else decides which rows are in the list, and in which order: a token is refused if it differs. */
  readonly selection?: object;
  readonly encoding: "utf8" | "base64";
}

export function createNextToken(secret: Uint8Array, { action, owner, selection, encoding }: List): NextToken {
  const beginning = `${owner.join(":")}:`;
  // No text has a NUL in it.
  const ending = selection === undefined ? "" : `\0${writeJson(selection)}`;
  const encode = (position: string) => {
    const text = beginning + position;
    const signed = `${action} ${text}${ending}`;
    const tag = createHmac("sha256", secret).update(signed).digest("base64url").slice(0, 16);
    return Buffer.from(`${text}:${tag}`).toString(encoding);
  };
  return {
    write: (position) => encode(position.map(encodeURIComponent).join(":")),
    read(token) {
      const text = Buffer.from(token, encoding).toString();
      const position = text.slice(beginning.length, text.lastIndexOf(":"));
      if (!timingSafeEqualText(encode(position), token)) {
        throw refusal("NextToken", `must be one that ${action} returned for the same parameters`, token);
      }
      return position.split(":").map(decodeURIComponent);
    },
  };
}
