import { setTimeout as sleep } from "node:timers/promises";
import { token } from "../gateway.ts";
import { createDataset, dataset, pageOf } from "../workloads.ts";
import { connectTo, load } from "./load.ts";
import type { MeasuredProcess } from "./process.ts";
import { slope } from "./statistics.ts";

/** How memory goes through many requests. */
export interface Memory {
  /** Bytes in use after so many requests, garbage collected. */
  readonly heaps: readonly (readonly [requests: number, heap: number])[];
  /** Bytes by which it grows through all of them, by least squares over all heaps but the first two. */
  readonly grown: number;
}

const mixture = [createDataset, pageOf(10), dataset];
const samples = 10;

/** Sends a mixture of requests that name no project or dataset twice, and looks at the heap ten times. */
export async function watchMemory(server: MeasuredProcess, requests: number): Promise<Memory> {
  await using client = connectTo(server.url, { authorization: `Bearer ${token}` });
  const each = requests / samples;
  const request = (n: number) => mixture[n % mixture.length]!.request(n, `memory-${n}`);
  const heaps: [number, number][] = [];
  for (let sent = each; sent <= requests; sent += each) {
    console.error(`memory: ${sent} of ${requests} requests`);
    await load(client, { count: each - 1, senders: 8, request: (n) => request(sent - each + n) });
    // What was asked of a project is remembered for a second, and forgotten with the next request.
    await sleep(1_100);
    await client.send(request(sent - 1));
    heaps.push([sent, await server.heap()]);
  }
  return { heaps, grown: slope(heaps.slice(2)) * requests };
}
