import { startGateway, startSubgraph } from "./gateway.ts";
import { startMeasured, type Measured } from "./process.ts";
import type { Kind } from "./works.ts";

/** What is measured. */
export interface Server {
  readonly name: string;
  readonly title: string;
  readonly does: readonly Kind[];
  /** Starts it before the IMM at an address. */
  start(endpoint: string): Promise<Measured>;
}

const own = (file: string) => (endpoint: string) =>
  startMeasured(new URL(`servers/${file}.js`, import.meta.url), { IMM_ENDPOINT: endpoint });

export const limit: Server = {
  name: "limit",
  title: "the limit",
  does: ["call"],
  start: own("limit"),
};

export const gateway: Server = {
  name: "gateway",
  title: "this gateway",
  does: ["call", "graph"],
  start: startGateway,
};

/** What one would use instead of the gateway. */
export const peers: readonly Server[] = [];

export const subgraph: Server = {
  name: "subgraph",
  title: "this gateway as a subgraph",
  does: ["entities"],
  start: startSubgraph,
};

export const servers: readonly Server[] = [limit, gateway, ...peers, subgraph];
