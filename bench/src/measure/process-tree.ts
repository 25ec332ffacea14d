import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { sum } from "./statistics.ts";
import type { Usage } from "./process.ts";

/** What a process and all that it started have used; of those that ended, what their parents waited for. */
export function usageOfTree(pid: number): Usage {
  const processes = treeOf(pid).map((each) => readFileSync(`/proc/${each}/stat`, "utf8"));
  return {
    cpu: sum(processes.map(cpuTicks)) * microsecondsPerTick,
    memory: sum(processes.map(residentPages)) * pageBytes,
  };
}

/** User and system time of a process and of its children that ended, in ticks. */
export function cpuTicks(stat: string): number {
  return sum(fieldsOf(stat).slice(11, 15).map(Number));
}

export function residentPages(stat: string): number {
  return Number(fieldsOf(stat)[21]);
}

/** What follows the program's name, which may have blanks and brackets in it: the state, the parent, … */
const fieldsOf = (stat: string) => stat.slice(stat.lastIndexOf(")") + 2).split(" ");

function treeOf(pid: number): number[] {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
  );
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

const setting = (name: string) => Number(execFileSync("getconf", [name], { encoding: "utf8" }));
const microsecondsPerTick = 1e6 / setting("CLK_TCK");
const pageBytes = setting("PAGESIZE");
