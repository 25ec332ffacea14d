import type { Action } from "../../contract/wire.ts";
import { abortable } from "../abortable.ts";
import { asUnsent, ImmError } from "../error.ts";
import type { ImmCall } from "../transport.ts";
import { credentialsOf, findSource } from "./credentials-chain.ts";

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
    return await abortable(source(action), signal);
  } catch (reason) {
    throw reason instanceof ImmError ? asUnsent(reason) : reason;
  }
}

/** One fixed AccessKey. */
export function fixedCredentials(key: Credentials): CredentialSource {
  const providerName = key.securityToken ? "static_sts" : "static_ak";
  return async () => ({ providerName, ...key });
}

/** The official default chain: environment, OIDC role, CLI profile, profile file, ECS metadata, URI. */
export function defaultCredentials(): CredentialSource {
  let found: ReturnType<typeof findSource> | undefined;
  return async (action) => {
    // The first calls of all wait for one search.
    const search = (found ??= findSource());
    try {
      return await credentialsOf(await search);
    } catch (cause) {
      // The next call looks everywhere again.
      if (found === search) found = undefined;
      throw new ImmError(action, "malformed", {
        message: "The gateway found no credentials for Alibaba Cloud.",
        code: "InvalidCredentials",
        reason: (cause as Error).message,
        unsent: true,
        cause,
      });
    }
  };
}

/** Asks for credentials once, so that whoever starts the gateway is warned of what is in the way. It never throws. */
export async function tryCredentials(
  source: CredentialSource,
  logger: { warn(message: string): void },
): Promise<void> {
  try {
    await source("ListProjects");
  } catch (error) {
    const { reason } = error as ImmError;
    logger.warn(
      `No credentials for Alibaba Cloud were found, so calls to IMM will fail. Tried: ${reason}. Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET and restart, or fix one of the other sources: every call tries them again.`,
    );
  }
}
