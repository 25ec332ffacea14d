import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { Pool } from "undici";

/** A GraphQL request. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** What sends requests to one server. */
export interface Client extends AsyncDisposable {
  /** One request, and its answer's text. */
  send(request: GraphQLRequest): Promise<string>;
}

/** Connects to a server. */
export function connectTo(url: string, headers: Record<string, string>): Client {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64, headersTimeout: 10_000, bodyTimeout: 10_000 });
  return {
    async send(request) {
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: pathname,
        headers: { "content-type": "application/json", accept: "application/json", ...headers },
        body: JSON.stringify(request),
      });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`HTTP ${statusCode}: ${text.slice(0, 500)}`);
      return text;
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

/** How many requests are sent, or for how long, and by how many senders: each sends its next when the answer is there. */
export interface Amount {
  readonly count?: number;
  readonly ms?: number;
  readonly senders: number;
}

/** How requests fared: how many there were, how long all took, in milliseconds, and each, in nanoseconds. */
export interface Load {
  readonly count: number;
  readonly ms: number;
  readonly times: RecordableHistogram;
}

/** Sends requests to a server. An answer with errors ends it. */
export function load(
  client: Client,
  { request, ...amount }: Amount & { request: (n: number) => GraphQLRequest },
): Promise<Load> {
  return repeat(amount, async (n) => {
    const text = await client.send(request(n));
    if (text.includes('"errors"')) throw new Error(text.slice(0, 500));
  });
}

/** Does something again and again, told how often it was begun before. */
export async function repeat(
  { count = Infinity, ms = Infinity, senders }: Amount,
  once: (n: number) => Promise<void>,
): Promise<Load> {
  const times = createHistogram();
  let sent = 0;
  const began = performance.now();
  const sendAll = async () => {
    while (sent < count && performance.now() - began < ms) {
      const start = process.hrtime.bigint();
      await once(sent++);
      times.record(process.hrtime.bigint() - start);
    }
  };
  await Promise.all(Array.from({ length: senders }, sendAll));
  return { count: sent, ms: performance.now() - began, times };
}
