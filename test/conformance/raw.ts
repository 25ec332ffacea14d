import { createHash, randomUUID } from "node:crypto";
import { OpenApiUtil } from "@alicloud/openapi-core";
import { parse, parseNumberAndBigInt } from "lossless-json";
import { contract } from "../../src/contract/contract.ts";
import type { Action } from "../../src/contract/wire.ts";
import type { CredentialSource } from "../../src/imm/transports/credentials.ts";

/** Parameters in the order in which they are sent; a name may come twice. */
export type Pairs = readonly (readonly [name: string, value: string])[];

export interface RawOptions {
  method?: "GET" | "POST";
  /** Where the parameters stand; `both` sends each of them twice. */
  in?: "query" | "body" | "both";
}

export interface RawAnswer {
  status: number;
  /** Every integer is a bigint. */
  body: Record<string, unknown>;
}

/** Calls an action with parameters that the typed client has no way to send. */
export type Raw = (action: Action, pairs: Pairs, options?: RawOptions) => Promise<RawAnswer>;

const form = "application/x-www-form-urlencoded";

export function rawCalls({
  endpoint,
  credentials,
}: {
  endpoint: string;
  credentials: CredentialSource;
}): Raw {
  return async (action, pairs, { method = "POST", in: place = "query" } = {}) => {
    const query = place === "body" ? [] : pairs;
    const body = place === "query" ? "" : encodePairs(pairs);
    const key = await credentials(action);
    const bodyHash = createHash("sha256").update(body).digest("hex");
    const headers: Record<string, string> = {
      host: new URL(endpoint).host,
      "x-acs-version": contract.version,
      "x-acs-action": action,
      "x-acs-date": `${new Date().toISOString().slice(0, 19)}Z`,
      "x-acs-signature-nonce": randomUUID(),
      "x-acs-content-sha256": bodyHash,
      ...(key.securityToken && {
        "x-acs-accesskey-id": key.accessKeyId,
        "x-acs-security-token": key.securityToken,
      }),
      ...(place !== "query" && { "content-type": form }),
    };
    const authorization = OpenApiUtil.getAuthorization(
      { method, pathname: "/", query: signerQuery(query), headers } as unknown as Parameters<
        typeof OpenApiUtil.getAuthorization
      >[0],
      "ACS3-HMAC-SHA256",
      bodyHash,
      key.accessKeyId,
      key.accessKeySecret,
    );
    const response = await fetch(`${endpoint}/?${encodePairs(query)}`, {
      method,
      headers: { ...headers, authorization },
      ...(place !== "query" && { body }),
    });
    const answer = parse(await response.text(), null, parseNumberAndBigInt);
    return { status: response.status, body: answer as RawAnswer["body"] };
  };
}

/**
 * The query as the official signer takes it: values by name. It encodes values but writes names as they are, so
 * a name that comes twice goes in as one name that holds all that stands before its last value.
 */
function signerQuery(pairs: Pairs): Record<string, string> {
  const written = new Map<string, string>();
  const values = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = written.has(name) ? `${written.get(name)}=${encode(values.get(name)!)}&` : "";
    written.set(name, before + encode(name));
    values.set(name, value);
  }
  return Object.fromEntries([...written].map(([name, key]) => [key, values.get(name)!]));
}

function encodePairs(pairs: Pairs): string {
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
