import { createHmac } from "node:crypto";
import type { Call } from "../http/call.ts";
import { canonicalQuery, encode } from "../http/encoding.ts";
import { Fault, invalid, missing } from "../http/fault.ts";
import { type SignedRequest, incompleteSignature } from "./signed-request.ts";

/** Reads a signature of the first kind (HMAC-SHA1), all of which are parameters. */
export function readV1({ method, params }: Call): SignedRequest {
  const part = (name: string) => {
    const value = params.get(name);
    if (!value) throw incompleteSignature(name);
    return value;
  };
  if (part("SignatureMethod") !== "HMAC-SHA1") throw unknownMethod("HMAC-SHA1");
  if (part("SignatureVersion") !== "1.0") throw invalid("SignatureVersion");

  const signed = [...params].filter(([name]) => name !== "Signature");
  const stringToSign = [method, encode("/"), encode(canonicalQuery(signed))].join("&");
  const action = params.get("Action");
  const version = params.get("Version");
  if (!action) throw missing("Action");
  if (!version) throw missing("Version");
  return {
    accessKeyId: part("AccessKeyId"),
    securityToken: params.get("SecurityToken"),
    timestamp: part("Timestamp"),
    nonce: part("SignatureNonce"),
    signature: part("Signature"),
    action,
    version,
    stringToSign,
    sign: (secret) => createHmac("sha1", `${secret}&`).update(stringToSign).digest("base64"),
  };
}

export function unknownMethod(known: string): Fault {
  return new Fault(400, "InvalidSignatureMethod", `The signature method is not known here; ${known} is.`);
}
