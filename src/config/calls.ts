import { defaultDeadlineMs } from "../gateway/operations/limits.ts";
import { defaultCallsPerSecond } from "../imm/client.ts";
import type { Reader } from "./reader.ts";

/** How calls to IMM are made. */
export interface CallsConfig {
  /** How long all the calls of one request may take together, in milliseconds. */
  readonly deadlineMs: number;
  /** How many calls of a project this process starts in a second. */
  readonly callsPerSecond: number;
}

/** Reads how calls to IMM are made. */
export function readCalls(reader: Reader): CallsConfig {
  return {
    deadlineMs: reader.number("IMM_DEADLINE_MS", defaultDeadlineMs, { min: 100, max: 600_000 }),
    callsPerSecond: reader.number("IMM_PROJECT_QPS", defaultCallsPerSecond, { min: 1, max: 1_000_000 }),
  };
}
