import type { Config } from "./config.ts";
import type { Authenticate } from "./gateway/callers/authenticate.ts";
import { parseTokens, tokenCallers } from "./gateway/callers/static-tokens.ts";
import type { Logger } from "./gateway/logger.ts";
import type { TrustedDocuments } from "./gateway/operations/trusted-documents.ts";
import type { Permissions } from "./imm/permissions.ts";
import { parsePolicies } from "./imm/policies.ts";
import { readDocument, withSettingName } from "./json-file.ts";

/** Loads how the settings authenticate callers; undefined if they don't. */
export async function loadAuthenticate(
  { authentication, proxies }: Config,
  { logger }: { logger: Logger },
): Promise<Authenticate | undefined> {
  switch (authentication.kind) {
    case "none":
      return undefined;
    case "jwt": {
      const { jwtCallers } = await import("./gateway/callers/jwt/jwt.ts");
      return withSettingName("IMM_JWT_*", () => jwtCallers({ ...authentication, proxies, logger }));
    }
    case "token":
      return tokenCallers(await readDocument("IMM_TOKENS", authentication.file, parseTokens), { logger });
  }
}

/** Loads what the settings permit callers to do; undefined if everything. */
export async function loadPermissions({
  policiesFile,
  region,
  accountId = "",
}: Config): Promise<Permissions | undefined> {
  if (policiesFile === undefined) return undefined;
  return { region, accountId, roles: await readDocument("IMM_POLICIES", policiesFile, parsePolicies) };
}

/** Loads the documents that callers may run; undefined if any. */
export async function loadTrustedDocuments({
  trustedDocumentsFile,
}: Config): Promise<TrustedDocuments | undefined> {
  if (trustedDocumentsFile === undefined) return undefined;
  const { parseTrustedDocuments } = await import("./gateway/operations/trusted-documents.ts");
  return readDocument("IMM_TRUSTED_DOCUMENTS", trustedDocumentsFile, parseTrustedDocuments);
}
