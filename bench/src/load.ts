import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { Pool } from "undici";

/** A GraphQL request. */
export interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** What sends requests to one server. */
export interface Client extends AsyncDisposable {
  /** One request, and its answer's text. */
  send(asked: Asked): Promise<string>;
}

/** Connects to a server. */
export function connectTo(url: string, headers: Record<string, string>): Client {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 64 });
  return {
    async send(asked) {
      const { statusCode, body } = await pool.request({
        method: "POST",
        path: pathname,
        headers: { "content-type": "application/json", accept: "application/json", ...headers },
        body: JSON.stringify(asked),
      });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`HTTP ${statusCode}: ${text.slice(0, 500)}`);
      return text;
    },
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

/** How requests fared: how long all took, in milliseconds, and each, in nanoseconds. */
export interface Load {
  readonly ms: number;
  readonly times: RecordableHistogram;
}

/** Sends so many requests, so many at a time: each sender sends its next when the answer is there. */
export async function load(
  client: Client,
  { count, senders, request }: { count: number; senders: number; request: (n: number) => Asked },
): Promise<Load> {
  const times = createHistogram();
  let sent = 0;
  const began = performance.now();
  const sendAll = async () => {
    while (sent < count) {
      const asked = request(sent++);
      const start = process.hrtime.bigint();
      const text = await client.send(asked);
      times.record(process.hrtime.bigint() - start);
      if (text.includes('"errors"')) throw new Error(text.slice(0, 500));
    }
  };
  await Promise.all(Array.from({ length: senders }, sendAll));
  return { ms: performance.now() - began, times };
}
