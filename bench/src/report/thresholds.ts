import type { Measurements } from "../measurements.ts";
import { megabytes, times } from "./format.ts";
import { ratio, summarise } from "../measure/rounds.ts";
import { aliases, createDataset, datasets, entities, page200, type Work } from "../workloads.ts";

/** What the gateway has to keep to, and what it does. */
export interface Bar {
  readonly what: string;
  readonly allowed: string;
  readonly measured: string;
  readonly isMet: boolean;
}

// An entry of a Map and a name as its key take 70 bytes: 7 MB, were one kept of each of 100,000 requests. By itself the
// heap wavers by some tenths of a megabyte.
const maxGrown = 2_000_000;

/** Holds what was measured against every bar. */
export function judge({ peers, results, growth, waves, memory, start }: Measurements): Bar[] {
  const gatewayAt = (work: Work) => results.of(work.name, "gateway");

  const besideLimit = (work: Work, most: number, aim = ""): Bar => {
    const ratioToLimit = ratio(gatewayAt(work), results.of(work.name, "limit"));
    return {
      what: `${work.title}: CPU beside the limit`,
      allowed: `≤ ${most} ×${aim}`,
      measured: times(ratioToLimit),
      isMet: ratioToLimit <= most,
    };
  };

  const belowPeers = (work: Work): Bar => {
    const [nearest] = peers
      .filter(({ does }) => does.includes(work.kind))
      .map(({ title, name }) => ({ title, share: ratio(gatewayAt(work), results.of(work.name, name)) }))
      .toSorted((a, b) => b.share - a.share);
    return {
      what: `${work.title}: CPU beside the nearest peer`,
      allowed: "< 1 ×",
      measured: nearest ? `${times(nearest.share)} (${nearest.title})` : "no peer",
      isMet: nearest !== undefined && nearest.share < 1,
    };
  };

  const calls = (work: Work, name: string, allowed: number): Bar => {
    const asked = summarise(results.of(work.name, name)).calls;
    return {
      what: `${work.title}: calls to IMM`,
      allowed: String(allowed),
      measured: showCalls(asked),
      isMet: asked === allowed,
    };
  };

  const oneWave = (work: Work, wave: number): Bar => ({
    what: `${work.title}: one wave`,
    allowed: `${work.things} in flight at once`,
    measured: String(wave),
    isMet: wave === work.things,
  });

  const { near, far } = growth.find(({ server }) => server.name === "gateway")!;
  const grown = far / near;
  const starts = start.gateway / start.bareYoga;
  const [, heapBefore] = memory.heaps[1]!;
  const [requests, heapAfter] = memory.heaps.at(-1)!;

  return [
    besideLimit(createDataset, 2.5, ", aim 1.5 ×"),
    belowPeers(createDataset),
    besideLimit(page200, 3),
    belowPeers(page200),
    calls(aliases, "gateway", 1),
    belowPeers(aliases),
    calls(datasets, "gateway", 50),
    oneWave(datasets, waves.datasets),
    calls(entities, "subgraph", 100),
    oneWave(entities, waves.entities),
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
  ];
}

const showCalls = (calls: number) => String(Number(calls.toPrecision(6)));
