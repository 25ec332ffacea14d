import { indexBatch, indexOne } from "../../files/workloads.ts";
import { besideBare } from "../../files/indexing.ts";
import { ratio } from "../../measure/rounds.ts";
import type { Measurements } from "../../measurements.ts";
import { formatNumber, megabytes } from "../format.ts";
import { atMost } from "./at-most.ts";
import type { Threshold } from "./thresholds.ts";

/** What the local IMM and the gateway have to keep to with files, and what they do. */
export function fileThresholds({ files, results }: Pick<Measurements, "files" | "results">): Threshold[] {
  const { indexing, latency, scans } = files;
  const largest = scans.at(-1)!;
  const grown = largest.memory.most - largest.memory.before;
  const gatewayAt = (name: string) => results.of(name, "gateway");
  return [
    atMost(1.5, besideBare(indexing, "calls"), "indexing pictures by calls: CPU beside a bare loop"),
    atMost(1.5, besideBare(indexing, "binding"), "indexing pictures by a binding: CPU beside a bare loop"),
    atMost(
      5,
      latency.indexing.p99 / latency.idle.p99,
      "p99 of GetDataset while files are indexed, beside idle",
    ),
    ...scans.map(({ files: count, cpu }) => ({
      what: `a scan of ${count.toLocaleString("en")} files that finds nothing new: CPU for a file`,
      allowed: "≤ 20 µs",
      measured: `${formatNumber(cpu)} µs`,
      isMet: cpu <= 20,
    })),
    {
      what: `${largest.files.toLocaleString("en")} files scanned and watched: memory more than before, at most`,
      allowed: "≤ 100 MB",
      measured: `${megabytes(grown)} MB`,
      isMet: grown <= 100e6,
    },
    atMost(
      3,
      ratio(gatewayAt(indexBatch.name), gatewayAt(indexOne.name)),
      `${indexBatch.title}: CPU beside ${indexOne.title}`,
    ),
  ];
}
