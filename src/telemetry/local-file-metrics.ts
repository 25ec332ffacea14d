import { Counter, Gauge, type Metric } from "prom-client";

/** What the local IMM has done with files since its start, and what it has still to do. */
export interface LocalFiles {
  readonly indexed: number;
  readonly failed: number;
  readonly waiting: { readonly calls: number; readonly bindings: number };
  readonly bindings: {
    readonly scanning: number;
    readonly watching: number;
    readonly stopped: number;
    /** In their buckets. */
    readonly files: number;
  };
}

/** Makes the metrics of the local IMM, which is asked when somebody reads them. */
export function localFileMetrics(localFiles: () => LocalFiles): Metric[] {
  return [
    new Counter({
      name: "imm_graphql_local_imm_files_total",
      help: "Files that the local IMM has read: indexed or failed.",
      labelNames: ["outcome"],
      registers: [],
      collect() {
        const { indexed, failed } = localFiles();
        this.reset();
        this.inc({ outcome: "indexed" }, indexed);
        this.inc({ outcome: "failed" }, failed);
      },
    }),
    new Gauge({
      name: "imm_graphql_local_imm_files_waiting",
      help: "Files that wait to be indexed by the local IMM: named by calls, or found by bindings.",
      labelNames: ["source"],
      registers: [],
      collect() {
        for (const [source, count] of Object.entries(localFiles().waiting)) this.set({ source }, count);
      },
    }),
    new Gauge({
      name: "imm_graphql_local_imm_bindings",
      help: "Bindings of the local IMM, by what they do: scanning, watching or stopped.",
      labelNames: ["state"],
      registers: [],
      collect() {
        const { files: _other, ...states } = localFiles().bindings;
        for (const [state, count] of Object.entries(states)) this.set({ state }, count);
      },
    }),
    new Gauge({
      name: "imm_graphql_local_imm_bucket_files",
      help: "Files that the bindings of the local IMM have found in their buckets.",
      registers: [],
      collect() {
        this.set(localFiles().bindings.files);
      },
    }),
  ] as Metric[];
}
