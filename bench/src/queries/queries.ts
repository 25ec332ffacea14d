import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../files/local-service.ts";
import { environment } from "../measure/process.ts";
import type { Plan } from "../plan.ts";
import type { Answered } from "./measure.ts";
import type { Memory } from "./remember.ts";

/** How the local IMM fares with queries of a dataset of so many files. */
export interface Queries extends Omit<Answered, "known"> {
  readonly files: number;
  /** Microseconds of CPU to store a file so that queries find it. */
  readonly storing: number;
  /** Of a process that has asked all questions. */
  readonly memory: Memory;
}

type QueriesPlan = Pick<Plan, "queriedFiles" | "queryMs" | "queryRounds">;

/** Fills stores with files and asks them questions; each part in a process of its own. */
export async function measureQueries({
  queriedFiles,
  queryRounds,
  queryMs,
}: QueriesPlan): Promise<readonly Queries[]> {
  const results: Queries[] = [];
  for (const files of queriedFiles) {
    const DIR = await makeFolder();
    try {
      console.error(`queries: storing ${files} files`);
      const { cpu } = await run<{ cpu: number }>("filled/fill.js", { DIR, FILES: String(files) });
      const settings = { FILES: String(files), ROUNDS: String(queryRounds), WORK_MS: String(queryMs) };
      const { known, ...answered } = await run<Answered>("measure.js", { DIR, ...settings });
      const memory = await run<Memory>("remember.js", { DIR, KNOWN: JSON.stringify(known) });
      results.push({ files, storing: cpu, memory, ...answered });
    } finally {
      await rm(DIR, { recursive: true });
    }
  }
  return results;
}

/** Runs a file of this folder to its end, and returns what it printed. */
async function run<Printed>(file: string, settings: Record<string, string>): Promise<Printed> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
    env: environment(settings),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error(`${file} ended with ${code}.`);
  return JSON.parse(printed) as Printed;
}
