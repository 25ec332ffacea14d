import { ratio, summarise } from "../measure/rounds.ts";
import type { Measurements } from "../measurements.ts";
import { aliases, createDataset, datasets, entities, page200, type Workload } from "../workloads.ts";
import { fileThresholds } from "./file-thresholds.ts";
import { queryThresholds } from "./query-thresholds.ts";
import { megabytes, times } from "./format.ts";

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
  const { peers, results, growth, peaks, memory, start } = measurements;
  const gatewayAt = (workload: Workload) => results.of(workload.name, "gateway");

  const besideBaseline = (workload: Workload, most: number, aim = ""): Threshold => {
    const ratioToBaseline = ratio(gatewayAt(workload), results.of(workload.name, "baseline"));
    return {
      what: `${workload.title}: CPU beside the baseline`,
      allowed: `≤ ${most} ×${aim}`,
      measured: times(ratioToBaseline),
      isMet: ratioToBaseline <= most,
    };
  };

  const belowPeers = (workload: Workload): Threshold => {
    const [nearest] = peers
      .filter(({ supports }) => supports.includes(workload.kind))
      .map(({ title, name }) => ({
        title,
        share: ratio(gatewayAt(workload), results.of(workload.name, name)),
      }))
      .toSorted((a, b) => b.share - a.share);
    return {
      what: `${workload.title}: CPU beside the nearest peer`,
      allowed: "< 1 ×",
      measured: nearest ? `${times(nearest.share)} (${nearest.title})` : "no peer",
      isMet: nearest !== undefined && nearest.share < 1,
    };
  };

  const calls = (workload: Workload, name: string, allowed: number): Threshold => {
    const measured = summarise(results.of(workload.name, name)).calls;
    return {
      what: `${workload.title}: calls to IMM`,
      allowed: String(allowed),
      measured: showCalls(measured),
      isMet: measured === allowed,
    };
  };

  const allConcurrent = (workload: Workload, peak: number): Threshold => ({
    what: `${workload.title}: peak concurrency`,
    allowed: `${workload.datasetCount} in flight at once`,
    measured: String(peak),
    isMet: peak === workload.datasetCount,
  });

  const { near, far } = growth.find(({ server }) => server.name === "gateway")!;
  const grown = far / near;
  const starts = start.gateway / start.bareYoga;
  const [, heapBefore] = memory.heaps[1]!;
  const [requests, heapAfter] = memory.heaps.at(-1)!;

  return [
    besideBaseline(createDataset, 2.5, ", aim 1.5 ×"),
    belowPeers(createDataset),
    besideBaseline(page200, 3),
    belowPeers(page200),
    calls(aliases, "gateway", 1),
    belowPeers(aliases),
    calls(datasets, "gateway", 50),
    allConcurrent(datasets, peaks.datasets),
    calls(entities, "subgraph", 100),
    allConcurrent(entities, peaks.entities),
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
    ...fileThresholds(measurements),
    ...queryThresholds(measurements.queries),
  ];
}

const showCalls = (calls: number) => String(Number(calls.toPrecision(6)));
