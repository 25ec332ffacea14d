import { createHmac, hash } from "node:crypto";
import type { Call } from "../http/call.ts";
import { canonicalQuery, splitOnce } from "../http/encoding.ts";
import { Fault } from "../http/fault.ts";
import { type SignedRequest, incompleteSignature } from "./signed-request.ts";

export const algorithm = "ACS3-HMAC-SHA256";

const alwaysSigned = [
  "host",
  "x-acs-action",
  "x-acs-version",
  "x-acs-date",
  "x-acs-signature-nonce",
  "x-acs-content-sha256",
];

/** Reads a signature of the third kind (ACS3-HMAC-SHA256), which stands in the Authorization header. */
export function readV3(call: Call, authorization: string): SignedRequest {
  const parts = readAuthorization(authorization);
  const signedHeaders = parts.SignedHeaders.toLowerCase().split(";");
  for (const name of alwaysSigned) {
    if (!signedHeaders.includes(name)) throw incompleteSignature(`${name} in SignedHeaders`);
  }
  const signed = signedHeaders.map((name) => [name, header(call, name)] as const);
  const headers = new Map(signed);
  const contentHash = headers.get("x-acs-content-sha256")!;
  if (contentHash.toLowerCase() !== sha256(call.body)) {
    throw new Fault(
      400,
      "SignatureDoesNotMatch",
      "x-acs-content-sha256 is not the hash of the request body.",
    );
  }

  const canonicalRequest = canonicalize({
    method: call.method,
    query: canonicalQuery(call.query),
    headers: signed,
    signedHeaders: parts.SignedHeaders,
    contentHash,
  });
  return {
    accessKeyId: parts.Credential,
    securityToken: call.headers["x-acs-security-token"]?.toString(),
    timestamp: headers.get("x-acs-date")!,
    nonce: headers.get("x-acs-signature-nonce")!,
    signature: parts.Signature.toLowerCase(),
    action: headers.get("x-acs-action")!,
    version: headers.get("x-acs-version")!,
    // Read only where the signature is another one.
    get stringToSign() {
      return `${stringToSign(canonicalRequest)}, of the canonical request ${canonicalRequest}`;
    },
    sign: (secret) => sign(canonicalRequest, secret),
  };
}

/** What a signature is made of. */
interface Signed {
  readonly method: string;
  /** As `canonicalQuery` writes it. */
  readonly query: string;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  /** The names of the headers, as the request lists them. */
  readonly signedHeaders: string;
  readonly contentHash: string;
}

/** Writes a request as it is signed. */
export function canonicalize({ method, query, headers, signedHeaders, contentHash }: Signed): string {
  const lines = [...headers].map(([name, value]) => `${name}:${value}`);
  return [method, "/", query, ...lines, "", signedHeaders, contentHash].join("\n");
}

/** The signature of a canonical request. */
export function sign(canonicalRequest: string, secret: string): string {
  return createHmac("sha256", secret).update(stringToSign(canonicalRequest)).digest("hex");
}

function stringToSign(canonicalRequest: string): string {
  return `${algorithm}\n${sha256(canonicalRequest)}`;
}

// Credential=<id>,SignedHeaders=<a;b;c>,Signature=<hex>
function readAuthorization(authorization: string) {
  const parts = new Map(
    authorization
      .slice(algorithm.length)
      .split(",")
      .map((part) => splitOnce(part.trim(), "=")),
  );
  const part = (name: string) => parts.get(name) || raise(incompleteSignature(`${name} in Authorization`));
  return {
    Credential: part("Credential"),
    SignedHeaders: part("SignedHeaders"),
    Signature: part("Signature"),
  };
}

function header({ headers }: Call, name: string): string {
  const value = Object.hasOwn(headers, name) ? headers[name]?.toString().trim() : undefined;
  if (value === undefined || (value === "" && alwaysSigned.includes(name)))
    throw incompleteSignature(`the header ${name}`);
  return value;
}

/** A hash as it is signed. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}

function raise(fault: Fault): never {
  throw fault;
}
