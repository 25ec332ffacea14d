import { createHash, createHmac, randomUUID } from "node:crypto";
import { request, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { contract } from "../../contract/contract.ts";
import { canonicalQuery } from "../encoding.ts";
import type { LocalKey } from "../keys.ts";
import { algorithm } from "../signature/v3.ts";
import { systemTime } from "../time.ts";
import { backupAction, otherFolder } from "./answer.ts";

export interface BackupCall {
  /** The data folder, as an absolute path. */
  readonly dir: string;
  readonly port: number;
  readonly key: LocalKey;
}

/**
 * Asks the process that listens at a port for a copy of its store: where it is, undefined if none listens there or it
 * has another folder.
 *
 * @throws Error if it refuses.
 */
export async function callForBackup(call: BackupCall): Promise<string | undefined> {
  const { port } = call;
  const { path, headers } = sign(call);
  let response: IncomingMessage;
  try {
    const asked = request({ host: "127.0.0.1", port, method: "POST", path, headers, agent: false }).end();
    [response] = (await once(asked, "response")) as [IncomingMessage];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ECONNREFUSED") return undefined;
    throw error;
  }
  const { File, Code, Message } = readReply(await text(response));
  if (typeof File === "string") return File;
  if (Code === otherFolder) return undefined;
  const reason = typeof Message === "string" ? Message : "it isn't a local IMM";
  throw new Error(
    `What listens at 127.0.0.1:${port} made no backup: ${reason} (IMM_LOCAL_PORT and IMM_LOCAL_KEYS must be those of the running process.)`,
  );
}

function readReply(reply: string): { File?: unknown; Code?: unknown; Message?: unknown } {
  try {
    return Object(JSON.parse(reply)) as object;
  } catch {
    return {};
  }
}

function sign({ dir, port, key }: BackupCall) {
  const query = canonicalQuery([["Dir", dir]]);
  const signed: Record<string, string> = {
    host: `127.0.0.1:${port}`,
    "x-acs-action": backupAction,
    "x-acs-content-sha256": sha256(""),
    "x-acs-date": `${new Date(Number(systemTime() / 1_000_000n)).toISOString().slice(0, 19)}Z`,
    "x-acs-signature-nonce": randomUUID(),
    "x-acs-version": contract.version,
  };
  const names = Object.keys(signed);
  const lines = names.map((name) => `${name}:${signed[name]}`);
  const canonical = ["POST", "/", query, ...lines, "", names.join(";"), sha256("")].join("\n");
  const signature = createHmac("sha256", key.accessKeySecret)
    .update(`${algorithm}\n${sha256(canonical)}`)
    .digest("hex");
  const headers = {
    ...signed,
    authorization: `${algorithm} Credential=${key.accessKeyId},SignedHeaders=${names.join(";")},Signature=${signature}`,
    ...(key.securityToken !== undefined && { "x-acs-security-token": key.securityToken }),
  };
  return { path: `/?${query}`, headers };
}

function sha256(content: string): string {
  return createHash("sha256").update(content).digest("hex");
}
