import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { checkAnswer } from "./check-response.ts";
import { token } from "../gateway.ts";
import { connectTo, load, type Asked } from "./load.ts";
import type { Plan } from "../plan.ts";
import type { Measured } from "./process.ts";
import { requestOf, type Server } from "../servers.ts";
import { median, sum } from "./statistics.ts";
import { works as inTables, type Work } from "../workloads.ts";

/** How one server did one work in one round. */
export interface Figure {
  readonly requests: number;
  /** Microseconds of the server's process for a request. */
  readonly cpu: number;
  /** Requests a second. */
  readonly throughput: number;
  /** Resident bytes behind it. */
  readonly memory: number;
  /** Calls to IMM for all of them. */
  readonly calls: number;
  /** Nanoseconds of each request. */
  readonly times: RecordableHistogram;
}

/** What all rounds tell. */
export interface Results {
  /** The rounds of a server at a work; none where it doesn't do it. */
  of(work: string, server: string): readonly Figure[];
}

/** A server that runs. */
export interface Running {
  readonly server: Server;
  readonly process: Measured;
}

const senders = 8;

/** Lets every server in turn do every work, round after round, and each round begin with another server. */
export async function measureRounds(
  { works, running, imm }: { works: readonly Work[]; running: readonly Running[]; imm: Measured },
  { rounds, warmMs, workMs }: Plan,
): Promise<Results> {
  const figures = new Map<string, Figure[]>();
  const counts = new Map<string, number>();
  const keyOf = (work: string, server: string) => `${work} / ${server}`;

  const turn = async (work: Work, { server, process }: Running, ms: number) => {
    const key = keyOf(work.name, server.name);
    const first = counts.get(key) ?? 0;
    const figure = await measure({ request: (n) => requestOf(server, work, first + n), process, imm, ms });
    counts.set(key, first + figure.requests);
    return { key, figure };
  };

  for (const work of works) {
    console.error(`warming up: ${work.name}`);
    for (const one of whoDoes(work, running)) {
      await checkFirst(work, one);
      // A page of another size is the same code.
      if (inTables.includes(work)) await turn(work, one, warmMs);
    }
  }
  for (let round = 1; round <= rounds; round++) {
    console.error(`round ${round} of ${rounds}`);
    for (const work of works) {
      for (const one of whoDoes(work, rotate(running, round))) {
        const { key, figure } = await turn(work, one, workMs);
        figures.set(key, [...(figures.get(key) ?? []), figure]);
      }
    }
  }
  return { of: (work, server) => figures.get(keyOf(work, server)) ?? [] };
}

const whoDoes = (work: Work, running: readonly Running[]) =>
  running.filter(({ server }) => server.does.includes(work.kind));

function rotate<T>(list: readonly T[], by: number): T[] {
  const first = by % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

const connect = (process: Measured) => connectTo(process.url, { authorization: `Bearer ${token}` });

async function checkFirst(work: Work, { server, process }: Running): Promise<void> {
  await using client = connect(process);
  checkAnswer(await client.send(requestOf(server, work, 0)), work, server.name);
}

interface Turn {
  /** Its n-th request. */
  request: (n: number) => Asked;
  process: Measured;
  imm: Measured;
  ms: number;
}

async function measure({ request, process, imm, ms }: Turn): Promise<Figure> {
  await using client = connect(process);
  const callsBefore = await countCalls(imm);
  const before = await process.usage();
  const done = await load(client, { ms, senders, request });
  const after = await process.usage();
  return {
    requests: done.count,
    cpu: (after.cpu - before.cpu) / done.count,
    throughput: (done.count / done.ms) * 1_000,
    memory: after.memory,
    calls: (await countCalls(imm)) - callsBefore,
    times: done.times,
  };
}

async function countCalls(imm: Measured): Promise<number> {
  return sum(Object.values(await imm.ask<Record<string, number>>("counts")));
}

/** The rounds of a server at a work as one. */
export interface Summary {
  readonly cpu: number;
  readonly throughput: number;
  readonly memory: number;
  /** Calls to IMM for a request. */
  readonly calls: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** The median of the rounds, and of all their requests the percentiles. */
export function summarise(figures: readonly Figure[]): Summary {
  const times = createHistogram();
  for (const figure of figures) times.add(figure.times);
  return {
    cpu: median(figures.map(({ cpu }) => cpu)),
    throughput: median(figures.map(({ throughput }) => throughput)),
    memory: median(figures.map(({ memory }) => memory)),
    calls: sum(figures.map(({ calls }) => calls)) / sum(figures.map(({ requests }) => requests)),
    p50: times.percentile(50) / 1e6,
    p99: times.percentile(99) / 1e6,
  };
}

/** How many times the CPU of the second the first takes: the median of what each round says. */
export function ratio(first: readonly Figure[], second: readonly Figure[]): number {
  return median(first.map(({ cpu }, round) => cpu / second[round]!.cpu));
}
