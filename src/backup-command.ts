import type { Config } from "./config.ts";
import { readLocalKeys } from "./local-keys.ts";

/**
 * Runs `backup FILE`, the only command that there is, and returns what to print.
 *
 * @throws Error that says what is wrong with the command, or what is in its way.
 */
export async function runBackupCommand([command, file, ...others]: readonly string[], { backend }: Config) {
  // A leading dash is a mistyped option; `./--x` names such a file.
  if (command !== "backup" || !file || file.startsWith("-") || others.length > 0) {
    throw new Error(
      "Usage: node dist/main.js              starts the gateway\n" +
        "       node dist/main.js backup FILE  writes all that the local IMM stores into a new file",
    );
  }
  if (backend.kind !== "local")
    throw new Error("backup is for IMM_BACKEND=local: the cloud keeps its own data.");
  const { backUp } = await import("./local-imm/backup/backup.ts");
  const { dir, port } = backend;
  const keys = await readLocalKeys(backend);
  const key = keys.find(({ policies }) => !policies) ?? keys[0]!;
  await backUp(file, { dir, port, key });
  return `backup    ${file}`;
}
