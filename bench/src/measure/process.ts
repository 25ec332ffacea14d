import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

/** What a process has used since it was started. */
export interface Usage {
  /** User and system, in microseconds. */
  readonly cpu: number;
  /** Resident, in bytes. */
  readonly memory: number;
}

/** A process under measurement. */
export interface MeasuredProcess extends AsyncDisposable {
  /** The first address that it printed. */
  readonly url: string;
  readonly pid: number;
  usage(): Promise<Usage>;
  /** Bytes in use, after a collection of garbage. */
  heap(): Promise<number>;
  /** Asks what it answers by `process.on("message")`. */
  ask<Answer>(question: string): Promise<Answer>;
}

const probe = new URL("probe.js", import.meta.url).href;

/** What a started process gets of the environment. */
export const environment = (settings: Record<string, string>) => ({
  PATH: process.env["PATH"] ?? "",
  NODE_ENV: "production",
  ...settings,
});

/** Starts a file as a process of its own, with these settings and no others, and waits until it tells where it listens. */
export async function startMeasured(
  file: URL,
  settings: Record<string, string> = {},
): Promise<MeasuredProcess> {
  const path = fileURLToPath(file);
  const child = spawn(process.execPath, ["--expose-gc", "--import", probe, path], {
    env: environment(settings),
    // Its log is written, as in production, and read by nobody.
    stdio: ["ignore", "pipe", settings["BENCH_STDERR"] ? "inherit" : "ignore", "ipc"],
  });
  const exited = once(child, "exit");
  const url = await addressIn(child.stdout!);
  if (url === undefined) throw new Error(`${path} ended without listening.`);
  const lost = exited.then(() => {
    throw new Error(`${path} ended.`);
  });
  lost.catch(() => {});

  // One question at a time.
  const ask = async <Answer>(question: string) => {
    child.send(question);
    const [answer] = (await Promise.race([once(child, "message"), lost])) as [Answer];
    return answer;
  };

  return {
    url,
    pid: child.pid!,
    ask,
    usage: () => ask<Usage>("usage"),
    heap: () => ask<number>("heap"),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** The first address that a process prints; undefined where it ends before. */
export async function addressIn(stdout: Readable): Promise<string | undefined> {
  let printed = "";
  stdout.setEncoding("utf8");
  for await (const text of stdout) {
    printed += String(text);
    const url = /(http:\S+)\s/.exec(printed)?.[1];
    if (url !== undefined) return url;
  }
  return undefined;
}
