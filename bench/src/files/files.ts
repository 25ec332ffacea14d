import type { Plan } from "../plan.ts";
import { measureIndexing, type Indexing } from "./indexing.ts";
import { measureLatency, type Latency } from "./latency.ts";
import { measureScans, type Scan } from "./scan.ts";

/** How the local IMM fares with files. */
export interface LocalFiles {
  readonly indexing: Indexing;
  readonly latency: Latency;
  readonly scans: readonly Scan[];
}

export async function measureLocalFiles(plan: Plan): Promise<LocalFiles> {
  return {
    indexing: await measureIndexing(plan),
    latency: await measureLatency(plan),
    scans: await measureScans(plan),
  };
}
