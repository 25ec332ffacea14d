import { token } from "./gateway.ts";
import { connectTo, load } from "./load.ts";
import type { Measured } from "./process.ts";
import { slope } from "./statistics.ts";
import { createDataset, dataset, pageOf } from "./works.ts";

/** How memory goes through many requests. */
export interface Memory {
  /** Bytes in use after so many requests, garbage collected. */
  readonly heaps: readonly (readonly [requests: number, heap: number])[];
  /** Bytes that stay of each request, by least squares over all heaps but the first two. */
  readonly kept: number;
}

const mixture = [createDataset, pageOf(10), dataset];
const samples = 10;

/** Sends a mixture of requests that name no project or dataset twice, and looks at the heap ten times. */
export async function watchMemory(server: Measured, requests: number): Promise<Memory> {
  await using client = connectTo(server.url, { authorization: `Bearer ${token}` });
  const each = requests / samples;
  const heaps: [number, number][] = [];
  for (let first = 0; first < requests; first += each) {
    console.error(`memory: ${first} of ${requests} requests`);
    await load(client, {
      count: each,
      senders: 8,
      request: (n) => mixture[n % mixture.length]!.request(first + n, `memory-${first + n}`),
    });
    heaps.push([first + each, await server.heap()]);
  }
  return { heaps, kept: slope(heaps.slice(2)) };
}
