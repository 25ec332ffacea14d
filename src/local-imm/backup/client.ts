import { randomUUID } from "node:crypto";
import { request, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { contract } from "../../contract/contract.ts";
import { canonicalQuery } from "../http/encoding.ts";
import type { LocalKey } from "../keys.ts";
import { algorithm, canonicalize, sha256, sign } from "../signature/v3.ts";
import { backupAction, otherFolder } from "./handler.ts";

export interface BackupCall {
  /** The data folder, as an absolute path. */
  readonly dir: string;
  readonly port: number;
  readonly key: LocalKey;
  /** How long the whole call may take. */
  readonly timeoutMs: number;
}

/**
 * Asks the process that listens at a port for a copy of its store: where it is, undefined if none listens there or it
 * has another folder.
 *
 * @throws Error if it refuses, or doesn't answer as a local IMM does.
 */
export async function callForBackup(call: BackupCall): Promise<string | undefined> {
  const { port, timeoutMs } = call;
  const signal = AbortSignal.timeout(timeoutMs);
  const made = `What listens at 127.0.0.1:${port} made no backup`;
  let reply: string;
  try {
    reply = await send(call, signal);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ECONNREFUSED") return undefined;
    const reason = signal.aborted
      ? `it didn't answer within ${timeoutMs / 1000} seconds.`
      : whatFailed(cause as Error);
    throw new Error(`${made}: ${reason} ${hint}`, { cause });
  }
  const { File, Code, Message } = readReply(reply);
  if (typeof File === "string") return File;
  if (Code === otherFolder) return undefined;
  if (typeof Message !== "string") throw new Error(`${made}: it isn't a local IMM. ${hint}`);
  // The call was understood: the store itself has failed, and says what to do.
  if (Code === "ServiceUnavailable") throw new Error(`${made}: ${Message}`);
  throw new Error(`${made}: ${Message} ${hint}`);
}

const hint = "(IMM_LOCAL_PORT and IMM_LOCAL_KEYS must be those of the running process.)";

async function send(call: BackupCall, signal: AbortSignal): Promise<string> {
  const { path, headers } = signed(call);
  const { port } = call;
  const options = { host: "127.0.0.1", port, method: "POST", path, headers, agent: false, signal };
  const asked = request(options).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  // Errors after this point surface on the response.
  asked.on("error", () => {});
  let reply = "";
  for await (const chunk of response.setEncoding("utf8")) {
    reply += chunk as string;
    // A valid reply is short; an endless one is not read.
    if (reply.length > maxReply) return "";
  }
  return reply;
}

const maxReply = 65_536;

function whatFailed({ code, message }: NodeJS.ErrnoException): string {
  if (code?.startsWith("HPE_")) return "it doesn't speak HTTP.";
  if (code === "ECONNRESET") return "it hung up before it answered.";
  return `${message}.`;
}

function readReply(reply: string): { File?: unknown; Code?: unknown; Message?: unknown } {
  try {
    return Object(JSON.parse(reply)) as object;
  } catch {
    return {};
  }
}

function signed({ dir, port, key }: BackupCall) {
  const query = canonicalQuery([["Dir", dir]]);
  const contentHash = sha256("");
  const headers = new Map([
    ["host", `127.0.0.1:${port}`],
    ["x-acs-action", backupAction],
    ["x-acs-content-sha256", contentHash],
    ["x-acs-date", `${new Date().toISOString().slice(0, 19)}Z`],
    ["x-acs-signature-nonce", randomUUID()],
    ["x-acs-version", contract.version],
  ]);
  const signedHeaders = [...headers.keys()].join(";");
  const canonicalRequest = canonicalize({ method: "POST", query, headers, signedHeaders, contentHash });
  const signature = sign(canonicalRequest, key.accessKeySecret);
  return {
    path: `/?${query}`,
    headers: {
      ...Object.fromEntries(headers),
      authorization: `${algorithm} Credential=${key.accessKeyId},SignedHeaders=${signedHeaders},Signature=${signature}`,
      ...(key.securityToken !== undefined && { "x-acs-security-token": key.securityToken }),
    },
  };
}
