import type { LocalBackend } from "./config/backend.ts";
import { readJson } from "./json-file.ts";
import type { LocalKey } from "./local-imm/keys.ts";

/** The key of a local IMM without a file of keys. */
export const defaultLocalKey: LocalKey = { accessKeyId: "local", accessKeySecret: "local-secret" };

/** The keys of the local IMM; the gateway signs with the first. */
export async function readLocalKeys({ keysFile }: LocalBackend): Promise<LocalKey[]> {
  if (keysFile === undefined) return [defaultLocalKey];
  const { parseKeys } = await import("./local-imm/keys.ts");
  return parseKeys(await readJson("IMM_LOCAL_KEYS", keysFile));
}
