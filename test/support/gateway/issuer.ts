import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWK } from "jose";
import { json, startUpstream, type Responder, type Upstream } from "../upstream/upstream.ts";

/** A key that tokens are signed with. */
export interface SigningKey {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly publicPem: string;
  readonly privateJwk: JWK;
}

/** What gives callers their tokens, and publishes its keys on a free port of this machine. */
export interface Issuer extends Upstream {
  /** How it answers who asks for its keys. */
  answer: Responder;
  publish(...keys: SigningKey[]): void;
}

export async function signingKey(kid: string, alg = "RS256"): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return {
    alg,
    privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), kid },
    publicPem: await exportSPKI(publicKey),
    privateJwk: { ...(await exportJWK(privateKey)), kid },
  };
}

export async function startIssuer(...keys: SigningKey[]): Promise<Issuer> {
  const issuer = {
    ...(await startUpstream((request, response) => issuer.answer(request, response))),
    answer: json(200, keySet(...keys)),
    publish(...published: SigningKey[]) {
      issuer.answer = json(200, keySet(...published));
    },
  };
  return issuer;
}

export function keySet(...keys: SigningKey[]): { keys: JWK[] } {
  return { keys: keys.map(({ publicJwk }) => publicJwk) };
}

/** Signs a token; what is undefined is left out of it. */
export function sign(
  { alg, privateKey, publicJwk: { kid } }: SigningKey,
  claims: Record<string, unknown>,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid, ...header } as { alg: string }).sign(privateKey);
}
