import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { GraphQLResponse } from "../gateway/gateway.ts";

/** A stop takes at most 10 seconds; on a busy machine a test may see it later. */
export const stopSeenMs = 15_000;

/** The built process. */
export const main = fileURLToPath(new URL("../../../dist/main.js", import.meta.url));

/** The whole process as a user starts it, and what it printed. */
export interface RunningProcess extends AsyncDisposable {
  readonly stdout: string;
  readonly stderr: string;
  /** What it logged, line by line. */
  readonly log: { level: number; msg: string }[];
  /** Where the gateway answers, once it has said so. */
  readonly url: string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when the process is gone: its exit code, or null where a signal ended it. */
  readonly exited: Promise<number | null>;
  send<Data>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<GraphQLResponse<Data>>;
}

/** The settings of a process before what stands for Alibaba's IMM. */
export function cloudAt(endpoint: string): Record<string, string> {
  return {
    IMM_BACKEND: "cloud",
    IMM_REGION: "cn-shanghai",
    IMM_ENDPOINT: endpoint,
    ALIBABA_CLOUD_ACCESS_KEY_ID: "id",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret",
  };
}

/** How a process is started, if not as a plain child. */
export interface ProcessOptions {
  /** A command and what it takes. */
  readonly args?: readonly string[];
  /** What the shell does before, such as `ulimit -n 64`. */
  readonly after?: string;
  /** A program other than ours. */
  readonly script?: string;
  /** A descriptor that its log goes to. Default: a pipe that is read. */
  readonly stderr?: number | "pipe";
}

const running = new Set<ChildProcess>();

/** Ends what is left of all processes: a test that runs out of time never comes to its own end. */
export function endProcesses(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Runs the built process until it listens or ends. It has these settings and no others, on ports that are free. */
export async function startProcess(
  settings: Record<string, string>,
  { args = [], after = ":", script = main, stderr = "pipe" }: ProcessOptions = {},
): Promise<RunningProcess> {
  const child = spawn("sh", ["-c", `${after}; exec "$0" "$@"`, process.execPath, script, ...args], {
    env: { PATH: process.env["PATH"] ?? "", PORT: "0", IMM_LOCAL_PORT: "0", ...settings },
    stdio: ["ignore", "pipe", stderr],
  });
  running.add(child);
  const output = { stdout: "", stderr: "" };
  const exited = once(child, "close").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  if (stderr === "pipe")
    child.stderr!.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  child.stdout!.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  const listening = once(child.stdout!, "data");
  await Promise.race([listening, exited]);
  const url = /http:\S+/.exec(output.stdout)?.[0] ?? "";

  return {
    get stdout() {
      return output.stdout;
    },
    get stderr() {
      return output.stderr;
    },
    get log() {
      return output.stderr
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { level: number; msg: string });
    },
    url,
    exited,
    kill: (signal) => void child.kill(signal),
    async send(query, variables, headers) {
      const response = await fetch(url, {
        method: "POST",
        // A stop waits a second for the next request of a connection that is kept.
        headers: { "content-type": "application/json", connection: "close", ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return response.json() as Promise<never>;
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
