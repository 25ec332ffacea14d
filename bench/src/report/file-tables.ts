import { besideBare, type Indexing } from "../files/indexing.ts";
import type { LocalFiles } from "../files/files.ts";
import type { Latency, Percentiles } from "../files/latency.ts";
import type { Scan } from "../files/scan.ts";
import { median } from "../measure/statistics.ts";
import { formatNumber, megabytes, times } from "./format.ts";
import { table } from "./table.ts";

/** What the local IMM does with files, as Markdown: a sentence and a table for each part. */
export function fileTables({ indexing, latency, scans }: LocalFiles): string[] {
  return [
    "Pictures indexed by the local IMM, and in a bare loop:",
    indexingTable(indexing),
    "GetDataset, of the local IMM:",
    latencyTable(latency),
    "A bucket that is bound: CPU of a scan that finds nothing new, and memory of all its processes:",
    scanTable(scans),
  ];
}

function indexingTable(indexing: Indexing): string {
  const row = (title: string, kind: keyof Indexing) => [
    title,
    formatNumber(median(indexing[kind].map(({ throughput }) => throughput))),
    formatNumber(median(indexing[kind].map(({ cpu }) => cpu))),
    times(besideBare(indexing, kind)),
  ];
  return table(
    ["", "files a second", "CPU of a file, µs", "the bare loop's"],
    [
      row("BatchIndexFileMeta", "calls"),
      row("a binding", "binding"),
      row("the same libraries and SQL in a loop", "bare"),
    ],
  );
}

function latencyTable({ idle, indexing }: Latency): string {
  const row = (title: string, { p50, p99 }: Percentiles) => [title, formatNumber(p50), formatNumber(p99)];
  return table(
    ["", "p50, ms", "p99, ms"],
    [row("while nothing is indexed", idle), row("while pictures are", indexing)],
  );
}

const scanTable = (scans: readonly Scan[]) =>
  table(
    ["files", "folders", "CPU of a file, µs", "memory before, MB", "at most, MB", "after, MB"],
    scans.map(({ files, folders, cpu, memory }) => [
      files.toLocaleString("en"),
      folders.toLocaleString("en"),
      formatNumber(cpu),
      megabytes(memory.before),
      megabytes(memory.most),
      megabytes(memory.after),
    ]),
  );
