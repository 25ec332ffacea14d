import assert from "node:assert/strict";
import { it } from "node:test";
import { createHistogram } from "node:perf_hooks";
import { checkThresholds } from "../src/report/thresholds/thresholds.ts";
import { growthOf } from "../src/report/growth.ts";
import type { Comparison } from "../src/queries/compare.ts";
import type { Queries } from "../src/queries/queries.ts";
import type { LocalFiles } from "../src/files/files.ts";
import type { Measurements } from "../src/measurements.ts";
import type { Database, LocalImm } from "../src/measure/local-imm.ts";
import type { Results } from "../src/measure/rounds.ts";
import { baseline, gateway, mercurius, type Server } from "../src/servers.ts";
import { pages } from "../src/workloads.ts";

const peer: Server = { ...gateway, name: "peer", title: "a peer" };

interface Cpus {
  readonly gateway: number;
  readonly peer: number;
  /** Default: as the peer. */
  readonly mercurius?: number;
  /** Of the gateway, by the page's size. */
  readonly page?: (size: number) => number;
}

/** Two rounds, in the second of which all take twice as long: 100 µs the baseline, and what is given the others. */
function resultsOf(cpus: Cpus): Results {
  const { page = (size) => 100 + size / 2 } = cpus;
  const calls: Record<string, number> = { datasets: 50, entities: 100 };
  const others: Record<string, number> = {
    baseline: 100,
    peer: cpus.peer,
    mercurius: cpus.mercurius ?? cpus.peer,
  };
  return {
    of(workload, server) {
      const size = pages.find(({ name }) => name === workload)?.datasetCount;
      const cpu = others[server] ?? cpus.gateway;
      return [1, 2].map((slow) => ({
        requests: 10,
        cpu: slow * (server === "gateway" && size !== undefined ? page(size) : cpu),
        throughput: 1_000,
        memory: 50e6,
        calls: 10 * (calls[workload] ?? 1),
        times: createHistogram(),
      }));
    },
  };
}

function measured(change: Partial<Measurements> = {}): Measurements {
  const results = change.results ?? resultsOf({ gateway: 150, peer: 3_000 });
  return {
    servers: [baseline, gateway, mercurius, peer],
    peers: [mercurius, peer],
    results,
    growth: growthOf(results, [baseline, gateway, mercurius, peer]),
    profiles: new Map(),
    peaks: { datasets: 50, entities: 100 },
    memory: {
      heaps: [
        [10_000, 40e6],
        [20_000, 40e6],
        [100_000, 40.2e6],
      ],
      grown: 300_000,
    },
    start: { gateway: 500, bareYoga: 300 },
    localImm,
    files,
    queries: [queries],
    ...change,
  };
}

const cost = (cpu: number) => ({ throughput: 1_000, cpu });
const database = (creates: number, pageCpu: number): Database => ({
  create: { throughput: creates, cpu: 400 },
  get: cost(100),
  page: { throughput: 500, cpu: pageCpu },
  memory: 100e6,
});
const localImm: LocalImm = {
  wire: [database(2_000, 1_400), database(2_000, 2_800)],
  sql: [database(4_000, 700), database(4_000, 1_400)],
};
const files: LocalFiles = {
  indexing: {
    calls: [cost(140), cost(280)],
    binding: [cost(130), cost(260)],
    bare: [cost(100), cost(200)],
  },
  latency: { idle: { p50: 1, p99: 2 }, indexing: { p50: 3, p99: 10 } },
  scans: [
    { files: 10_000, folders: 100, cpu: 14, memory: { before: 100e6, most: 120e6, after: 110e6 } },
    { files: 100_000, folders: 1_000, cpu: 20, memory: { before: 100e6, most: 190e6, after: 150e6 } },
  ],
};

const compared = (title: string, ratio: number, hold = 10): Comparison => ({
  ...{ kind: "equality", title, ratio, hold },
  ...{ ours: 100 * ratio, byHand: 100, ways: ["index"] },
});
const queries: Queries = {
  files: 100_000,
  storing: 400,
  showing: 1_000,
  comparisons: [compared("one", 2), compared("another", 1.2, 50)],
  bombHold: 50,
  paging: [{ title: "URI", first: 1_000, last: 1_500, ratio: 1.5 }],
  memory: { opened: 60e6, most: 300e6 },
  disk: [{ name: "File", bytes: 370 }],
};

const missed = (change: Partial<Measurements>) =>
  checkThresholds(measured(change))
    .filter(({ isMet }) => !isMet)
    .map(({ what, measured: value }) => `${what}: ${value}`);

it("is content with a gateway that keeps to every threshold", () => {
  assert.deepEqual(missed({}), []);
});

it("compares within each round, with the baseline, with Mercurius and with the nearest peer", () => {
  assert.deepEqual(
    missed({ results: resultsOf({ gateway: 310, peer: 250, page: (size) => 300 + size / 10 }) }),
    [
      "`createDataset`, all fields: CPU beside the baseline: 3.10 ×",
      "`createDataset`, all fields: CPU beside Mercurius: 1.24 ×",
      "`createDataset`, all fields: CPU beside the nearest peer but Mercurius: 1.24 × (a peer)",
      "one dataset: CPU beside Mercurius: 1.24 ×",
      "a page of 10 datasets: CPU beside Mercurius: 1.20 ×",
      "a page of 200 datasets: CPU beside the baseline: 3.20 ×",
      "a page of 200 datasets: CPU beside the nearest peer: 1.28 × (Mercurius)",
      "50 aliases of one dataset: CPU beside the nearest peer: 1.24 × (Mercurius)",
      "50 different datasets of one project: CPU beside the nearest peer: 1.24 × (Mercurius)",
      "100 entity representations: CPU beside the nearest peer: 1.24 × (Mercurius)",
      "a page of 100 files, 20 fields: CPU beside the baseline: 3.10 ×",
      "a page of 100 files, 20 fields: CPU beside Mercurius: 1.24 ×",
    ],
  );
});

it("lets Mercurius alone be somewhat below, with creates, reads, small pages and files", () => {
  assert.deepEqual(missed({ results: resultsOf({ gateway: 150, peer: 3_000, mercurius: 130 }) }), [
    "a page of 200 datasets: CPU beside the nearest peer: 1.54 × (Mercurius)",
    "50 aliases of one dataset: CPU beside the nearest peer: 1.15 × (Mercurius)",
    "50 different datasets of one project: CPU beside the nearest peer: 1.15 × (Mercurius)",
    "100 entity representations: CPU beside the nearest peer: 1.15 × (Mercurius)",
  ]);
});

it("misses a threshold beside peers where there are none", () => {
  assert.equal(missed({ peers: [] }).filter((line) => line.endsWith("no peer")).length, 5);
});

it("finds that the local IMM creates too few, beside SQL by hand too, and that its pages cost too much", () => {
  assert.deepEqual(missed({ localImm: { wire: [database(1_990, 1_442)], sql: [database(5_000, 700)] } }), [
    "local IMM: datasets created a second: 1,990",
    "local IMM: datasets created a second, beside SQL by hand: 0.40 ×",
    "local IMM: CPU of a page of 200 beside SQL by hand: 2.06 ×",
  ]);
});

it("finds that a page grows dearer, that memory stays, that calls wait for each other, and a late start", () => {
  const results = resultsOf({
    gateway: 150,
    peer: 3_000,
    page: (size) => 100 + (size > 100 ? size - 50 : size / 2),
  });
  assert.deepEqual(
    missed({
      results,
      growth: growthOf(results, [gateway]),
      peaks: { datasets: 50, entities: 99 },
      memory: { ...measured().memory, grown: 2_100_000 },
      start: { gateway: 601, bareYoga: 300 },
    }),
    [
      "a page of 200 datasets: CPU beside the baseline: 2.50 ×",
      "100 entity representations: peak concurrency: 99",
      "growth: one more dataset in a page of 100 to 200, beside 10 to 100: 2.00 × (1.5 µs, 0.8 µs)",
      "memory: what the heap grows by through 100,000 requests: 2.1 MB (40.0 MB, at the end 40.2 MB)",
      "start: spawn to first answer, beside a bare Yoga server: 2.00 × (601 ms, 300 ms)",
    ],
  );
});

it("finds that files cost too much: to index, to answer meanwhile, to scan, in memory and by the hundred", () => {
  const slow: LocalFiles = {
    indexing: {
      calls: [cost(160), cost(300), cost(320)],
      binding: [cost(151), cost(151), cost(100)],
      bare: [cost(100), cost(200), cost(200)],
    },
    latency: { idle: { p50: 1, p99: 2 }, indexing: { p50: 1, p99: 11 } },
    scans: [{ files: 10_000, folders: 100, cpu: 21, memory: { before: 100e6, most: 201e6, after: 100e6 } }],
  };
  const inTables = resultsOf({ gateway: 150, peer: 3_000 });
  const results: Results = {
    of: (workload, server) =>
      inTables
        .of(workload, server)
        .map((figure) =>
          workload === "index batch" || (workload === "page of files" && server === "gateway")
            ? { ...figure, cpu: figure.cpu * 3.1 }
            : figure,
        ),
  };
  assert.deepEqual(missed({ files: slow, results }), [
    "a page of 100 files, 20 fields: CPU beside the baseline: 4.65 ×",
    "indexing pictures by calls: CPU beside a bare loop: 1.60 ×",
    "p99 of GetDataset while files are indexed, beside idle: 5.50 ×",
    "a scan of 10,000 files that finds nothing new: CPU for a file: 21 µs",
    "10,000 files scanned and watched: memory more than before, at most: 101.0 MB",
    "`batchIndexFileMeta` of 100: CPU beside `indexFileMeta`: 3.10 ×",
  ]);
});

it("finds that queries cost more than by hand, hold the process, need memory, and that pages grow dearer", () => {
  const slow: Queries = {
    ...queries,
    comparisons: [compared("one", 2.1, 51), compared("another", 2.5)],
    paging: [
      { title: "URI", first: 1_000, last: 1_600, ratio: 1.6 },
      { title: "Size", first: 1_000, last: 700, ratio: 0.7 },
    ],
    memory: { opened: 60e6, most: 301e6 },
  };
  const bomb: Queries = {
    ...queries,
    files: 1_000_000,
    bombHold: 501,
    memory: { opened: 60e6, most: 601e6 },
  };
  assert.deepEqual(missed({ queries: [slow, bomb] }), [
    "queries of 100,000 files, equality: CPU beside SQL by hand: 2.50 × (another)",
    "pages of 100,000 files by URI: CPU of one in the last tenth, beside the first: 1.60 × (1,600 µs, 1,000 µs)",
    "pages of 100,000 files by Size: CPU of one in the last tenth, beside the first: 0.70 × (700 µs, 1,000 µs)",
    "queries of 100,000 files: memory, at most: 301.0 MB",
    "queries of 100,000 files: the longest that one holds the process: 51 ms (one)",
    "queries of 1,000,000 files: memory, at most: 601.0 MB",
    "queries of 1,000,000 files: the longest that one holds the process: 501 ms (a hundred conditions without an index)",
  ]);
});
