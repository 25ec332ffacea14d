import { spawn } from "node:child_process";
import { once } from "node:events";

/** What a process has used since it was started. */
export interface Usage {
  /** User and system, in microseconds. */
  readonly cpu: number;
  /** Resident, in bytes. */
  readonly memory: number;
  /** In bytes, after a collection of garbage. */
  readonly heap: number;
}

/** A process under measurement. */
export interface Measured extends AsyncDisposable {
  /** The first address that it printed. */
  readonly url: string;
  /** From its spawn to that line, in milliseconds. */
  usage(): Promise<Usage>;
  /** Asks what it answers by `process.on("message")`. */
  ask<Answer>(question: string): Promise<Answer>;
}

const probe = new URL("probe.js", import.meta.url).href;

/** Starts a file as a process of its own, with these settings and no others, and waits until it tells where it listens. */
export async function startMeasured(file: URL, settings: Record<string, string> = {}): Promise<Measured> {
  const child = spawn(process.execPath, ["--expose-gc", "--import", probe, file.pathname], {
    env: { PATH: process.env["PATH"] ?? "", NODE_ENV: "production", ...settings },
    // Its log is written, as in production, and read by nobody.
    stdio: ["ignore", "pipe", settings["BENCH_STDERR"] ? "inherit" : "ignore", "ipc"],
  });
  const exited = once(child, "exit");
  let printed = "";
  child.stdout!.setEncoding("utf8");
  for await (const text of child.stdout!) {
    printed += String(text);
    if (/http:\S+\s/.test(printed)) break;
  }
  const url = /http:\S+/.exec(printed)?.[0];
  if (url === undefined) throw new Error(`${file.pathname} ended without listening.`);

  // One question at a time.
  const ask = async <Answer>(question: string) => {
    child.send(question);
    const [answer] = (await once(child, "message")) as [Answer];
    return answer;
  };

  return {
    url,
    ask,
    usage: () => ask<Usage>("usage"),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
