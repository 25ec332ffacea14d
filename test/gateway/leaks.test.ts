import { setImmediate } from "node:timers/promises";
import { Pool } from "undici";
import { describe, expect, it } from "vitest";
import { startServer } from "../../src/gateway/server.ts";
import { systemClock, type Clock } from "../../src/imm/clock.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";
import { heap } from "../support/process/heap.ts";
import { byProject } from "../support/upstream/responses-by-project.ts";
import { startUpstream } from "../support/upstream/upstream.ts";

// Of a busy machine too, whatever is answered is answered by then.
const deadlineMs = 6_000;
const lanes = 20;
const MB = 1_000_000;

/** The machine's clock, and how many wait for it. */
function countedClock(): Clock & { readonly waiting: number } {
  const waiting = new Set<object>();
  return {
    ...systemClock,
    after(ms, callback) {
      const bell = {};
      waiting.add(bell);
      const callOff = systemClock.after(ms, () => {
        waiting.delete(bell);
        callback();
      });
      return () => {
        waiting.delete(bell);
        callOff();
      };
    },
    get waiting() {
      return waiting.size;
    },
  };
}

/** A request, and the project whose call it leaves at, where it does. */
interface Sent {
  readonly query: string;
  readonly project: string;
  readonly dataset: string;
  readonly leaves?: true;
}

const variables = "$project: ProjectName!, $dataset: DatasetName!";
const read = `query (${variables}) { dataset(projectName: $project, datasetName: $dataset) { datasetName } }`;
const create = `mutation (${variables}) { createDataset(input: { projectName: $project, datasetName: $dataset }) { requestId } }`;

/** The n-th request: of two hundred, most go well, and some fail in each way that there is. */
function requestOf(n: number): Sent {
  // Each has its own project, so that none waits for its turn, and what were kept of a project would show.
  const sent = (query: string, what: string) => ({ query, project: `${what}-${n}`, dataset: "photos" });
  switch (n % 200) {
    case 10:
    case 110:
      return sent(create, "fine");
    case 20:
      return sent(read, "throttled");
    case 30:
      return sent(create, "throttled");
    case 40:
      return sent(read, "reset");
    case 50:
      return sent(create, "reset");
    case 60:
      // It holds its lane up until its deadline, so that there are half as many.
      return sent(read, n % 400 === 60 ? "silent" : "fine");
    case 70:
      return { ...sent(read, "silent"), leaves: true };
    default:
      // Every other lane asks for the same at the same time.
      if (n % 2 === 0) return sent(read, "fine");
      return { query: read, project: "fine-shared", dataset: `photos-${Math.floor(n / lanes)}` };
  }
}

/** A gateway that listens, over an upstream where everything happens, and a client that keeps its connections. */
async function startAll(clock: Clock) {
  const arrived = new Map<string, () => void>();
  const upstream = await startUpstream((request, response) => {
    const { ProjectName = "" } = request.query;
    arrived.get(ProjectName)?.();
    byProject(request, response);
  });
  const service = gatewayTo(upstream.url, { clock, random: Math.random, deadlineMs });
  const server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
  const pool = new Pool(new URL(server.url).origin, { connections: lanes });
  const headers = { "content-type": "application/json" };
  const ends: Record<string, number> = {};

  const ask = async ({ query, leaves, ...names }: Sent) => {
    const leaving = new AbortController();
    const { project } = names;
    if (leaves) arrived.set(project, () => leaving.abort());
    const body = JSON.stringify({ query, variables: names });
    const request = { path: "/graphql", method: "POST", headers, body, signal: leaving.signal } as const;
    const end = await pool.request(request).then(
      async (answer) => {
        const { errors } = (await answer.body.json()) as { errors?: { extensions: { code: string } }[] };
        return errors?.[0]?.extensions.code ?? "fine";
      },
      (error: Error) => error.name,
    );
    if (leaves) arrived.delete(project);
    ends[end] = (ends[end] ?? 0) + 1;
  };

  let begun = 0;
  return {
    ...{ upstream, service, ends, ask },
    /** Sends so many requests, and forgets what the test keeps of them. */
    async send(count: number) {
      const until = begun + count;
      const lane = async () => {
        while (begun < until) await ask(requestOf(begun++));
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      upstream.requests.length = 0;
      service.callers.clear();
      for (const kept of [service.calls, service.requests, service.log]) kept.length = 0;
    },
    async [Symbol.asyncDispose]() {
      await pool.close();
      await server[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

/** What keeps the process going beyond what did before, once a moment has passed or nothing does. */
async function leftBeyond(before: readonly string[]): Promise<string[]> {
  const beyond = () => {
    const known = [...before];
    return process.getActiveResourcesInfo().filter((name) => {
      const index = known.indexOf(name);
      if (index !== -1) known.splice(index, 1);
      return index === -1;
    });
  };
  // A closed socket is gone in a moment.
  for (let turn = 0; turn < 1000 && beyond().length > 0; turn += 1) await setImmediate();
  return beyond();
}

function listeners(): unknown[] {
  return process.eventNames().map((name) => [name, process.listenerCount(name)]);
}

describe("10,000 requests, some of which fail in each way that there is,", () => {
  it("leave no timer, socket, listener or memory behind", async () => {
    const warnings: Error[] = [];
    const warn = (warning: Error) => warnings.push(warning);
    const before = { resources: process.getActiveResourcesInfo(), listeners: listeners() };
    process.on("warning", warn);
    const clock = countedClock();
    const heaps: number[] = [];
    {
      await using all = await startAll(clock);
      for (let part = 1; part <= 4; part += 1) {
        await all.send(2_500);
        heaps.push(heap());
      }

      const { THROTTLED = 0, UPSTREAM_UNAVAILABLE = 0, UPSTREAM_TIMEOUT = 0, ...ends } = all.ends;
      expect(ends).toEqual({ fine: 9_725, AbortError: 50 });
      // On a busy machine, some retried requests reach their deadline first.
      expect(THROTTLED + UPSTREAM_UNAVAILABLE + UPSTREAM_TIMEOUT).toBe(100 + 50 + 75);
      expect(THROTTLED).toBeLessThanOrEqual(100);
      expect(THROTTLED).toBeGreaterThanOrEqual(50);
      expect(UPSTREAM_UNAVAILABLE).toBeLessThanOrEqual(50);
      expect(UPSTREAM_UNAVAILABLE).toBeGreaterThanOrEqual(25);
      expect(clock.waiting).toBe(0);
    }
    process.off("warning", warn);

    expect(warnings).toEqual([]);
    expect(await leftBeyond(before.resources)).toEqual([]);
    expect(listeners()).toEqual(before.listeners);
    // What V8 itself keeps, or throws away, is a megabyte now and then; 200 bytes of each request would be in every part.
    const grown = heaps.slice(1).map((size, part) => size - heaps[part]!);
    expect(Math.min(...grown)).toBeLessThan(0.5 * MB);
  });
});
