import { createHmac, hash } from "node:crypto";
import { encodeText } from "../wire/request.ts";
import type { Credentials } from "./credentials.ts";

const algorithm = "ACS3-HMAC-SHA256";

/** What of a POST to `/` is signed. */
interface Signed {
  /** As `canonicalQuery` writes it. */
  readonly query: string;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body's SHA-256 in hexadecimal digits. */
  readonly bodyHash: string;
}

/**
 * The Authorization header of a request, by signature V3, to the letter as `OpenApiUtil.getAuthorization` of
 * `@alicloud/openapi-core` writes it: tests hold it against that, which takes twice as long.
 */
export function authorizationOf(
  { query, headers, bodyHash }: Signed,
  { accessKeyId, accessKeySecret }: Pick<Credentials, "accessKeyId" | "accessKeySecret">,
): string {
  const names = Object.keys(headers).toSorted();
  const signedHeaders = names.join(";");
  let lines = "";
  for (const name of names) lines += `${name}:${headers[name]!.trim()}\n`;
  const canonicalRequest = `POST\n/\n${query}\n${lines}\n${signedHeaders}\n${bodyHash}`;
  const stringToSign = `${algorithm}\n${hash("sha256", canonicalRequest)}`;
  const signature = createHmac("sha256", accessKeySecret).update(stringToSign).digest("hex");
  return `${algorithm} Credential=${accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`;
}

/** A query string as it is signed, which can be sent as it stands. */
export function canonicalQuery(texts: Readonly<Record<string, string>>): string {
  return Object.keys(texts)
    .toSorted()
    .map((name) => `${name}=${encodeText(texts[name]!)}`)
    .join("&");
}
