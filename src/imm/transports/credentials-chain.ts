import { createRequire } from "node:module";
import type { CredentialsProvider } from "@alicloud/credentials";

// CommonJS with an ESM mark: loaders don't agree on what its `default` is when it is imported.
const require = createRequire(import.meta.url);

/** One place where credentials may be. */
interface Source {
  /** As the log names it. */
  readonly name: string;
  /** @throws Error if it isn't set up. */
  open(): CredentialsProvider;
}

/** Where Alibaba's default chain looks for credentials, in its order. */
function sources(): readonly Source[] {
  const library = require("@alicloud/credentials") as typeof import("@alicloud/credentials");
  return [
    { name: "environment", open: () => library.EnvironmentVariableCredentialsProvider.builder().build() },
    { name: "OIDC role", open: () => library.OIDCRoleArnCredentialsProvider.builder().build() },
    { name: "aliyun's profile", open: () => library.CLIProfileCredentialsProvider.builder().build() },
    { name: "SDK's profile", open: () => library.ProfileCredentialsProvider.builder().build() },
    { name: "ECS metadata", open: () => library.ECSRAMRoleCredentialsProvider.builder().build() },
    {
      name: "credentials URI",
      open() {
        const builder = library.URICredentialsProvider.builder();
        const provider = builder.build();
        // Without an address it would ask a host named undefined.
        if (!builder.credentialsURI) throw new Error("ALIBABA_CLOUD_CREDENTIALS_URI is not set");
        return provider;
      },
    },
  ];
}

/** A source that has answered. */
export interface FoundSource {
  readonly name: string;
  readonly provider: CredentialsProvider;
}

/** Why there are none, of each source that was tried; its message holds no secret. */
export class NoCredentials extends Error {
  constructor(reasons: readonly string[]) {
    super(reasons.join("; "));
  }
}

/**
 * Finds the first source that has credentials. The library's own chain does the same, but tells why it found none in
 * one text that has whole files and replies in it, secrets among them.
 *
 * @throws NoCredentials
 */
export async function findSource(): Promise<FoundSource> {
  const reasons: string[] = [];
  for (const { name, open } of sources()) {
    try {
      const found = { name, provider: open() };
      await credentialsOf(found);
      return found;
    } catch (error) {
      reasons.push(error instanceof NoCredentials ? error.message : whyNot(name, error));
    }
  }
  throw new NoCredentials(reasons);
}

/**
 * The credentials that a source has at this moment.
 *
 * @throws NoCredentials
 */
export async function credentialsOf({ name, provider }: FoundSource) {
  try {
    const { accessKeyId, accessKeySecret, securityToken } = await provider.getCredentials();
    if (!accessKeyId || !accessKeySecret) throw new Error("it answered no AccessKey");
    // It goes into a header, and what a file of secrets has behind it is most often a line's end.
    if (/[^\x21-\x7e]/.test(accessKeyId + accessKeySecret + (securityToken ?? ""))) {
      throw new Error("its AccessKey holds white space, or another character that no AccessKey has");
    }
    return {
      accessKeyId,
      accessKeySecret,
      securityToken,
      providerName: `default/${provider.getProviderName()}`,
    };
  } catch (error) {
    throw new NoCredentials([whyNot(name, error)]);
  }
}

/** Why a source has none. What the library quotes of files, replies, commands and addresses may be secret. */
function whyNot(source: string, error: unknown): string {
  const { name, message, code, path } = error as NodeJS.ErrnoException;
  if (typeof code === "string") return `${source}: ${[code, path].filter(Boolean).join(" ")}`;
  if (/^RequestTimeout/.test(name)) return `${source}: no answer in time`;
  // The library doesn't check what it reads.
  if (error instanceof TypeError)
    return `${source}: what it holds isn't what Alibaba's library expects there`;
  const [beginning = ""] = message.split(/: |, httpStatus|, status code| result|[{<\n]/);
  const [, status] = /(?:httpStatus: |status code: | )(\d{3})(?:,|$)/.exec(message) ?? [];
  const [, errorCode] = /"Code"\s*:\s*"([A-Za-z][\w.]{0,99})"/.exec(message) ?? [];
  const hint = beginning.startsWith("parse aliyun cli config")
    ? "it is not JSON, or begins with a byte order mark"
    : undefined;
  const details = [status && `HTTP ${status}`, errorCode, hint].filter(Boolean).join(", ");
  return `${source}: ${beginning.trim().replace(/[.,]$/, "").slice(0, 200)}${details && ` (${details})`}`;
}
