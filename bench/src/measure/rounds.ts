import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { token } from "../gateway.ts";
import type { Plan } from "../plan.ts";
import { requestOf, type Server } from "../servers.ts";
import { page10, page200, pages, type Workload } from "../workloads.ts";
import { checkResponse } from "./check-response.ts";
import { connectTo, load, type GraphQLRequest } from "./load.ts";
import type { MeasuredProcess } from "./process.ts";
import { median, sum } from "./statistics.ts";

/** How one server did one workload in one round. */
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
  /** The rounds of a server at a workload; none where it doesn't do it. */
  of(workload: string, server: string): readonly Figure[];
}

/** A server that runs. */
export interface Running {
  readonly server: Server;
  readonly process: MeasuredProcess;
}

const senders = 8;

/** Lets every server in turn do every workload, round after round, and each round begin with another server. */
export async function measureRounds(
  {
    workloads,
    running,
    imm,
  }: { workloads: readonly Workload[]; running: readonly Running[]; imm: MeasuredProcess },
  { rounds, warmMs, workMs }: Plan,
): Promise<Results> {
  const figures = new Map<string, Figure[]>();
  const counts = new Map<string, number>();
  const keyOf = (workload: string, server: string) => `${workload} / ${server}`;

  const turn = async (workload: Workload, { server, process }: Running, ms: number) => {
    const key = keyOf(workload.name, server.name);
    const first = counts.get(key) ?? 0;
    const figure = await measure({
      request: (n) => requestOf(server, workload, first + n),
      process,
      imm,
      ms,
    });
    counts.set(key, first + figure.requests);
    return { key, figure };
  };

  for (const workload of workloads) {
    console.error(`warming up: ${workload.name}`);
    for (const one of supporting(workload, running)) {
      await checkFirst(workload, one);
      // Pages of other sizes run the same code.
      if (workload === page10 || workload === page200 || !pages.includes(workload))
        await turn(workload, one, warmMs);
    }
  }
  for (let round = 1; round <= rounds; round++) {
    console.error(`round ${round} of ${rounds}`);
    for (const workload of workloads) {
      for (const one of supporting(workload, rotate(running, round))) {
        const { key, figure } = await turn(workload, one, workMs);
        figures.set(key, [...(figures.get(key) ?? []), figure]);
      }
    }
  }
  return { of: (workload, server) => figures.get(keyOf(workload, server)) ?? [] };
}

const supporting = (workload: Workload, running: readonly Running[]) =>
  running.filter(({ server }) => server.supports.includes(workload.kind));

function rotate<T>(list: readonly T[], by: number): T[] {
  const first = by % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

const connect = (process: MeasuredProcess) => connectTo(process.url, { authorization: `Bearer ${token}` });

async function checkFirst(workload: Workload, { server, process }: Running): Promise<void> {
  await using client = connect(process);
  checkResponse(await client.send(requestOf(server, workload, 0)), workload, server.name);
}

interface Turn {
  /** Its n-th request. */
  request: (n: number) => GraphQLRequest;
  process: MeasuredProcess;
  imm: MeasuredProcess;
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

async function countCalls(imm: MeasuredProcess): Promise<number> {
  return sum(Object.values(await imm.ask<Record<string, number>>("counts")));
}

/** The rounds of a server at a workload as one. */
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
