import type { Action } from "../../contract/wire.ts";
import { abortable } from "../abortable.ts";
import { systemClock, type Clock } from "../clock.ts";
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
export type CredentialSource = (action: Action) => Credentials | Promise<Credentials>;

/** The credentials to sign a call with; a call that ends before they are there was not sent. */
export async function credentialsFor(
  { action, signal }: ImmCall,
  source: CredentialSource,
): Promise<Credentials> {
  try {
    const answer = source(action);
    return "then" in answer ? await abortable(answer, signal) : answer;
  } catch (reason) {
    throw reason instanceof ImmError ? asUnsent(reason) : reason;
  }
}

/** One fixed AccessKey. */
export function fixedCredentials(key: Credentials): CredentialSource {
  const providerName = key.securityToken ? "static_sts" : "static_ak";
  const credentials = { providerName, ...key };
  return () => credentials;
}

// A source may read the environment or a file for each answer; what is rotated is seen this much later.
const keptMs = 1_000;

/**
 * The official default chain: environment, OIDC role, CLI profile, profile file, ECS metadata, URI. What it answers is
 * kept for a second.
 */
export function defaultCredentials({ elapsed }: Pick<Clock, "elapsed"> = systemClock): CredentialSource {
  let found: ReturnType<typeof findSource> | undefined;
  let kept: { readonly credentials: Credentials; readonly until: number } | undefined;

  const ask = async (action: Action) => {
    // The first calls of all wait for one search.
    const search = (found ??= findSource());
    // From now: what was rotated meanwhile may be missing. Nor is it kept beside what was asked for later.
    const until = elapsed() + keptMs;
    try {
      const credentials = await credentialsOf(await search);
      if (!kept || kept.until < until) kept = { credentials, until };
      return credentials;
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
  return (action) => (kept && elapsed() < kept.until ? kept.credentials : ask(action));
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
