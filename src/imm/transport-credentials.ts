import { createRequire } from "node:module";
import type { Action } from "../contract/wire.ts";
import { asUnsent, ImmError } from "./error.ts";
import type { ImmCall } from "./transport.ts";
import { unlessAborted } from "./unless-aborted.ts";

/** An AccessKey, and what goes with it. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string | undefined;
  /** Where the key comes from, as IMM is told: `static_ak`, `default/env`, … */
  readonly providerName?: string | undefined;
}

/** Answers the credentials to sign a call with. */
export type CredentialSource = (action: Action) => Promise<Credentials>;

/** The credentials to sign a call with; a call that ends before they are there was not sent. */
export async function credentialsFor(
  { action, signal }: ImmCall,
  source: CredentialSource,
): Promise<Credentials> {
  try {
    return await unlessAborted(source(action), signal);
  } catch (reason) {
    throw reason instanceof ImmError ? asUnsent(reason) : reason;
  }
}

/** One fixed AccessKey. */
export function fixedCredentials(key: Credentials): CredentialSource {
  const providerName = key.securityToken ? "static_sts" : "static_ak";
  return async () => ({ providerName, ...key });
}

// CommonJS with an ESM mark: loaders don't agree on what its `default` is when it is imported.
const require = createRequire(import.meta.url);

/** The official default chain: environment, OIDC role, CLI profile, profile file, ECS metadata, URI. */
export function defaultCredentials(): CredentialSource {
  let chain: ReturnType<typeof warmChain> | undefined;
  return async (action) => {
    try {
      chain ??= warmChain();
      const { accessKeyId, accessKeySecret, securityToken, providerName } = await (
        await chain
      ).getCredential();
      if (!accessKeyId || !accessKeySecret) throw new Error("The chain answered no AccessKey.");
      return { accessKeyId, accessKeySecret, securityToken, providerName };
    } catch (cause) {
      // After a failed pass a chain stays with the last provider that it tried, so the next call starts another.
      chain = undefined;
      throw new ImmError(action, "malformed", {
        message: "The gateway found no credentials for Alibaba Cloud.",
        code: "InvalidCredentials",
        unsent: true,
        cause,
      });
    }
  };
}

// Of the first calls of a fresh chain, when they are concurrent, only one succeeds: one goes ahead.
async function warmChain() {
  const { default: Credential } = require("@alicloud/credentials") as typeof import("@alicloud/credentials");
  const chain = new Credential();
  await chain.getCredential();
  return chain;
}
