import assert from "node:assert/strict";
import { it } from "node:test";
import { createHistogram } from "node:perf_hooks";
import { checkThresholds } from "../src/report/thresholds.ts";
import { growthOf } from "../src/report/growth.ts";
import type { Measurements } from "../src/measurements.ts";
import type { Results } from "../src/measure/rounds.ts";
import { baseline, gateway, type Server } from "../src/servers.ts";
import { pages } from "../src/workloads.ts";

const peer: Server = { ...gateway, name: "peer", title: "a peer" };

/** Two rounds, in the second of which all take twice as long: 100 µs the baseline, and what is given the others. */
function resultsOf(cpus: { gateway: number; peer: number; page?: (size: number) => number }): Results {
  const { page = (size) => 100 + 10 * size } = cpus;
  const calls: Record<string, number> = { datasets: 50, entities: 100 };
  return {
    of(workload, server) {
      const size = pages.find(({ name }) => name === workload)?.datasetCount;
      const cpu = server === "baseline" ? 100 : server === "peer" ? cpus.peer : cpus.gateway;
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
  const results = change.results ?? resultsOf({ gateway: 150, peer: 3_000, page: (size) => 100 + size });
  return {
    servers: [baseline, gateway, peer],
    peers: [peer],
    results,
    growth: growthOf(results, [baseline, gateway, peer]),
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
    localImm: undefined as never,
    ...change,
  };
}

const missed = (change: Partial<Measurements>) =>
  checkThresholds(measured(change))
    .filter(({ isMet }) => !isMet)
    .map(({ what, measured: value }) => `${what}: ${value}`);

it("is content with a gateway that keeps to every threshold", () => {
  assert.deepEqual(missed({}), []);
});

it("compares within each round, with the baseline and with the nearest peer", () => {
  assert.deepEqual(missed({ results: resultsOf({ gateway: 260, peer: 250, page: (size) => 100 + size }) }), [
    "`createDataset`, all fields: CPU beside the baseline: 2.60 ×",
    "`createDataset`, all fields: CPU beside the nearest peer: 1.04 × (a peer)",
    "a page of 200 datasets: CPU beside the nearest peer: 1.20 × (a peer)",
    "50 aliases of one dataset: CPU beside the nearest peer: 1.04 × (a peer)",
  ]);
});

it("misses a threshold beside peers where there are none", () => {
  assert.equal(missed({ peers: [] }).filter((line) => line.endsWith("no peer")).length, 3);
});

it("finds that a page grows dearer, that memory stays, that calls wait for each other, and a late start", () => {
  const results = resultsOf({
    gateway: 150,
    peer: 3_000,
    page: (size) => 100 + (size > 100 ? 2 * size - 100 : size),
  });
  assert.deepEqual(
    missed({
      results,
      growth: growthOf(results, [baseline, gateway, peer]),
      peaks: { datasets: 50, entities: 99 },
      memory: { ...measured().memory, grown: 2_100_000 },
      start: { gateway: 601, bareYoga: 300 },
    }),
    [
      "a page of 200 datasets: CPU beside the baseline: 4.00 ×",
      "100 entity representations: peak concurrency: 99",
      "growth: one more dataset in a page of 100 to 200, beside 10 to 100: 2.00 × (3.0 µs, 1.5 µs)",
      "memory: what the heap grows by through 100,000 requests: 2.1 MB (40.0 MB, at the end 40.2 MB)",
      "start: spawn to first answer, beside a bare Yoga server: 2.00 × (601 ms, 300 ms)",
    ],
  );
});
