import type { Measurements } from "../../measurements.ts";
import { megabytes, times } from "../format.ts";
import { fileThresholds } from "./file-thresholds.ts";
import { localImmThresholds } from "./local-imm-thresholds.ts";
import { queryThresholds } from "./query-thresholds.ts";
import { workloadThresholds } from "./workload-thresholds.ts";

/** What the gateway has to keep to, and what it does. */
export interface Threshold {
  readonly what: string;
  readonly allowed: string;
  readonly measured: string;
  readonly isMet: boolean;
}

// An entry of a Map and a name as its key take 70 bytes: 7 MB, were one kept of each of 100,000 requests. By itself the
// heap wavers by some tenths of a megabyte.
const maxGrown = 2_000_000;

/** Holds what was measured against every threshold. */
export function checkThresholds(measurements: Measurements): Threshold[] {
  const { growth, memory, start } = measurements;
  const { near, far } = growth.find(({ server }) => server.name === "gateway")!;
  const grown = far / near;
  const starts = start.gateway / start.bareYoga;
  const [, heapBefore] = memory.heaps[1]!;
  const [requests, heapAfter] = memory.heaps.at(-1)!;

  return [
    ...workloadThresholds(measurements),
    {
      what: "growth: one more dataset in a page of 100 to 200, beside 10 to 100",
      allowed: "0.8 to 1.2 ×",
      measured: `${times(grown)} (${far.toFixed(1)} µs, ${near.toFixed(1)} µs)`,
      isMet: grown >= 0.8 && grown <= 1.2,
    },
    {
      what: `memory: what the heap grows by through ${requests.toLocaleString("en")} requests`,
      allowed: `< ${megabytes(maxGrown)} MB`,
      measured: `${megabytes(memory.grown)} MB (${megabytes(heapBefore)} MB, at the end ${megabytes(heapAfter)} MB)`,
      isMet: memory.grown < maxGrown,
    },
    {
      what: "start: spawn to first answer, beside a bare Yoga server",
      allowed: "≤ 2 ×",
      measured: `${times(starts)} (${start.gateway.toFixed(0)} ms, ${start.bareYoga.toFixed(0)} ms)`,
      isMet: starts <= 2,
    },
    ...localImmThresholds(measurements.localImm),
    ...fileThresholds(measurements),
    ...queryThresholds(measurements.queries),
  ];
}
