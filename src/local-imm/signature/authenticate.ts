import type { Call } from "../http/call.ts";
import { Fault } from "../http/fault.ts";
import type { LocalKey } from "../keys.ts";
import { timingSafeEqualText } from "../timing-safe-equal.ts";
import { createNonces } from "./nonces.ts";
import { type SignedRequest, incompleteSignature } from "./signed-request.ts";
import { readV1, unknownMethod } from "./v1.ts";
import { algorithm, readV3 } from "./v3.ts";

/** Who calls, and what for. */
export interface Authenticated {
  readonly key: LocalKey;
  readonly action: string;
  readonly version: string;
}

const skew = 15n * 60n * 1_000_000_000n;

/** Makes the check that every request passes first: signed in time, by a key known here, and never before. */
export function createAuthenticator(options: { keys: readonly LocalKey[]; now: () => bigint }) {
  const { now } = options;
  const keys = new Map(options.keys.map((key) => [key.accessKeyId, key]));
  const nonces = createNonces({ keptFor: 2n * skew, now });

  return (call: Call): Authenticated => {
    const signed = readSignedRequest(call);
    checkTime(signed.timestamp, now());
    const key = keys.get(signed.accessKeyId);
    if (!key) throw new Fault(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    checkSignature(signed, key.accessKeySecret);
    checkToken(signed.securityToken, key.securityToken);
    // Last: a nonce is spent by its owner only.
    if (!nonces.use(key.accessKeyId, signed.nonce)) {
      throw new Fault(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }
    return { key, action: signed.action, version: signed.version };
  };
}

const isV3 = new RegExp(`^${algorithm}( |$)`);

function readSignedRequest(call: Call): SignedRequest {
  const { authorization } = call.headers;
  if (authorization !== undefined && isV3.test(authorization)) return readV3(call, authorization);
  if (authorization) throw unknownMethod(algorithm);
  if (call.params.has("AccessKeyId") || call.params.has("Signature")) return readV1(call);
  throw incompleteSignature("the Authorization header");
}

function checkTime(timestamp: string, now: bigint): void {
  const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(timestamp)
    ? Date.parse(timestamp)
    : Number.NaN;
  // `Date` takes 30 February for 2 March.
  const isReal =
    !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(timestamp.slice(0, 19));
  if (!isReal) {
    throw new Fault(400, "InvalidTimeStamp.Format", "Specified time stamp is not YYYY-MM-DDTHH:mm:ssZ.");
  }
  const distance = now - BigInt(milliseconds) * 1_000_000n;
  if (distance > skew || distance < -skew) {
    throw new Fault(400, "InvalidTimeStamp.Expired", "Specified time stamp is more than 15 minutes off.");
  }
}

function checkSignature(signed: SignedRequest, secret: string): void {
  if (timingSafeEqualText(signed.signature, signed.sign(secret))) return;
  throw new Fault(
    400,
    "SignatureDoesNotMatch",
    `Specified signature does not match our calculation. Server string to sign is: ${signed.stringToSign}`,
  );
}

function checkToken(sent: string | undefined, held: string | undefined): void {
  if (held && !sent) {
    throw new Fault(400, "MissingSecurityToken", "SecurityToken is mandatory for this access key.");
  }
  if (!timingSafeEqualText(sent ?? "", held ?? "")) {
    throw new Fault(
      400,
      "InvalidSecurityToken.MismatchWithAccessKey",
      "Specified SecurityToken does not belong to the access key.",
    );
  }
}
