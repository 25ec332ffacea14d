import { startGateway, startSubgraph } from "./gateway.ts";
import type { Asked } from "./measure/load.ts";
import { meshRequest } from "./mesh-request.ts";
import { startMeasured, type Measured } from "./measure/process.ts";
import type { Kind, Work } from "./workloads.ts";

/** What is measured. */
export interface Server {
  readonly name: string;
  readonly title: string;
  readonly does: readonly Kind[];
  /** Starts it before the IMM at an address. */
  start(endpoint: string): Promise<Measured>;
  /** A request in its own terms, where it has others than the gateway. */
  translate?(asked: Asked): Asked;
}

/** The n-th request of a work, as a server takes it. */
export function requestOf({ translate }: Server, work: Work, n: number): Asked {
  const asked = work.request(n);
  return translate?.(asked) ?? asked;
}

const own = (file: string) => (endpoint: string) =>
  startMeasured(new URL(`servers/${file}.js`, import.meta.url), { IMM_ENDPOINT: endpoint });

export const limit: Server = {
  name: "limit",
  title: "the limit",
  does: ["call"],
  start: own("baseline"),
};

export const gateway: Server = {
  name: "gateway",
  title: "this gateway",
  does: ["call", "graph"],
  start: startGateway,
};

const peer = (name: string, title: string): Server => ({
  name,
  title,
  does: ["call", "graph"],
  start: own(name),
});

/** What one would use instead of the gateway. */
export const peers: readonly Server[] = [
  peer("stock-yoga", "stock Yoga"),
  peer("apollo", "Apollo Server"),
  peer("mercurius", "Mercurius"),
  { ...peer("mesh", "GraphQL Mesh"), translate: meshRequest },
];

export const subgraph: Server = {
  name: "subgraph",
  title: "this gateway as a subgraph",
  does: ["entities"],
  start: startSubgraph,
};

export const servers: readonly Server[] = [limit, gateway, ...peers, subgraph];
