import { createPublicKey, type KeyObject } from "node:crypto";
import type { JWK } from "jose";
import { jsonTypeName } from "../../../text/json-type-name.ts";

/** A key that signatures are checked by. */
export interface PublicKey {
  readonly jwk: JWK & { readonly kid: string };
  /** The accepted algorithms that it can check. */
  readonly algorithms: readonly string[];
  /** Its public material as text: the same for the same key. */
  readonly publicMaterial: string;
}

/** An entry of a key set that isn't used: it is for something else, it is malformed, or nobody should be able to read it. */
export interface UnusedKey {
  readonly kind: "malformed" | "secret" | "not-applicable";
  /** The end of a sentence, with nothing of a key in it. */
  readonly problem: string;
  /** Of a private key: the public material of its public half. */
  readonly publicMaterial?: string | undefined;
}

type Members = Readonly<Record<string, unknown>>;

const secrets = ["d", "p", "q", "dp", "dq", "qi", "oth", "priv", "k"];

/** The algorithms of each type of key, with its curve, and the members that hold its public material. */
export const keyTypes = new Map([
  ["RSA", { signs: ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"], publicMembers: ["n", "e"] }],
  ["EC P-256", { signs: ["ES256"], publicMembers: ["x", "y"] }],
  ["EC P-384", { signs: ["ES384"], publicMembers: ["x", "y"] }],
  ["EC P-521", { signs: ["ES512"], publicMembers: ["x", "y"] }],
  ["OKP Ed25519", { signs: ["EdDSA"], publicMembers: ["x"] }],
]);

// As jose asks.
const minRsaBits = 2048;

/** Reads an entry of a key set (RFC 7517), for tokens that are signed by one of these algorithms. */
export function readPublicKey(entry: unknown, acceptedAlgorithms: readonly string[]): PublicKey | UnusedKey {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    return { kind: "malformed", problem: `is ${jsonTypeName(entry)}, not an object` };
  }
  const members = entry as Members;
  if (members["kty"] === "oct") return { kind: "secret", problem: "is a shared secret" };
  if (secrets.some((name) => Object.hasOwn(members, name))) {
    return {
      kind: "secret",
      problem: "is a private key",
      publicMaterial: publicMaterialOf(materialOf(members)),
    };
  }
  const use = otherUseOf(members, acceptedAlgorithms);
  if (use !== undefined) return { kind: "not-applicable", problem: use };
  const fault = faultOf(members);
  const material = fault === undefined ? materialOf(members) : undefined;
  if (!material) return { kind: "malformed", problem: fault ?? "has numbers that make no key" };
  const weakness = weaknessOf(material);
  if (weakness !== undefined) return { kind: "malformed", problem: weakness };
  const { kid, alg } = members as { kid: string; alg?: string };
  // As Node writes it: what else an entry has is no key's, and jose would refuse some of it.
  const jwk = { ...(material.export({ format: "jwk" }) as JWK), kid, ...(alg !== undefined && { alg }) };
  return {
    jwk,
    algorithms: algorithmsOf(members, acceptedAlgorithms),
    publicMaterial: publicMaterialOf(material)!,
  };
}

/** What an entry that is well written is for, if it isn't to check tokens. */
function otherUseOf(members: Members, acceptedAlgorithms: readonly string[]): string | undefined {
  const { use, key_ops: operations, alg } = members;
  const type = typeOf(members);
  if (use !== undefined && use !== "sig") return `has "use" ${named(use)}, not sig`;
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes("verify"))) {
    return `has "key_ops" without verify`;
  }
  if (typeof members["kty"] !== "string" || algorithmsOf(members, acceptedAlgorithms).length > 0)
    return undefined;
  if (!keyTypes.has(type)) return `is of a type that isn't known, ${type}`;
  return `is for ${alg === undefined ? type : named(alg)}, and tokens are taken by ${acceptedAlgorithms.join(", ")} alone`;
}

function faultOf(members: Members): string | undefined {
  const { kty, kid } = members;
  if (typeof kty !== "string") return `has ${kty === undefined ? "no" : jsonTypeName(kty) + " as its"} "kty"`;
  if (kid === undefined) return `has no "kid"`;
  if (typeof kid !== "string") return `has ${jsonTypeName(kid)} as its "kid", not a string`;
  // Node's own reader passes over what isn't base64.
  const bad = keyTypes.get(typeOf(members))?.publicMembers.find((name) => !isBase64(members[name]));
  return bad === undefined ? undefined : `has no base64url as its "${bad}"`;
}

function weaknessOf({ asymmetricKeyDetails }: KeyObject): string | undefined {
  const { modulusLength = minRsaBits, publicExponent = 65537n } = asymmetricKeyDetails ?? {};
  if (modulusLength < minRsaBits)
    return `is an RSA key of ${modulusLength} bits, and ${minRsaBits} are needed`;
  // By 1 anybody could sign.
  return publicExponent < 3n || publicExponent % 2n === 0n ? "is an RSA key with a bad exponent" : undefined;
}

function algorithmsOf(members: Members, acceptedAlgorithms: readonly string[]): string[] {
  const { alg } = members;
  const signs = keyTypes.get(typeOf(members))?.signs ?? [];
  return signs.filter((one) => acceptedAlgorithms.includes(one) && (alg === undefined || alg === one));
}

function typeOf({ kty, crv }: Members): string {
  return kty === "RSA" || crv === undefined ? named(kty) : `${named(kty)} ${named(crv)}`;
}

function materialOf(members: Members): KeyObject | undefined {
  try {
    return createPublicKey({ key: members as Record<string, string>, format: "jwk" });
  } catch {
    return undefined;
  }
}

function publicMaterialOf(material: KeyObject | undefined): string | undefined {
  return material && JSON.stringify(material.export({ format: "jwk" }));
}

// Not all leave out the padding, or take the letters for URLs.
function isBase64(value: unknown): boolean {
  return typeof value === "string" && /^[\w+/-]+={0,2}$/.test(value);
}

/** A value of a member that says what a key is for: a short word, or what it is instead. */
function named(value: unknown): string {
  return typeof value === "string" && /^[\w+.-]{1,20}$/.test(value) ? value : jsonTypeName(value);
}
