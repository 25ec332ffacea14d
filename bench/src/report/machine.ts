import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { root } from "../root.ts";

/** Where, when and of what a run measured. */
export interface Machine {
  readonly date: string;
  readonly commit: string;
  readonly cpu: string;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  /** `name version` of the gateway's own libraries, and of its peers'. */
  readonly gateway: readonly string[];
  readonly peers: readonly string[];
}

// What a request goes through.
const ofGateway = ["@photostructure/sqlite", "@pothos/core", "graphql", "graphql-yoga", "undici"];

// What a run measures, and not what it writes.
const sources = ["src", "package-lock.json", "bench/src", "bench/package-lock.json"];

/** Looks at this machine and at what is installed. */
export function describeMachine(): Machine {
  const cores = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    cpu: `${cores[0]?.model.trim() ?? "unknown"}, ${cores.length} cores`,
    memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    gateway: ofGateway.map((name) => `${name} ${versionOf(name, "")}`),
    peers: Object.keys(readPackage("bench/package.json").dependencies ?? {}).map(
      (name) => `${name} ${versionOf(name, "bench/")}`,
    ),
  };
}

function commit(): string {
  const git = (...words: string[]) => execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();
  try {
    const changed = git("status", "--porcelain", "--untracked-files=no", "--", ...sources) !== "";
    return `${git("rev-parse", "--short", "HEAD")}${changed ? " with changes" : ""}`;
  } catch {
    return "unknown";
  }
}

interface Package {
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
}

const readPackage = (path: string) => JSON.parse(readFileSync(new URL(path, root), "utf8")) as Package;

function versionOf(name: string, folder: string): string {
  return readPackage(`${folder}node_modules/${name}/package.json`).version ?? "unknown";
}
