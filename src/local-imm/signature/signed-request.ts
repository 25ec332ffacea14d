import { Fault } from "../http/fault.ts";

/** What a signed request says of itself, in the same words for every kind of signature. */
export interface SignedRequest {
  readonly accessKeyId: string;
  readonly securityToken: string | undefined;
  readonly timestamp: string;
  readonly nonce: string;
  readonly signature: string;
  readonly action: string;
  readonly version: string;
  /** What was signed, as this side understands it. */
  readonly stringToSign: string;
  /** The signature that the holder of a secret would have made. */
  sign(accessKeySecret: string): string;
}

/** A part of the signature is missing. */
export function incompleteSignature(part: string): Fault {
  return new Fault(
    400,
    "IncompleteSignature",
    `The request is not signed as IMM demands: ${part} is missing.`,
  );
}
