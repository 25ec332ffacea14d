import { startGateway, startSubgraph } from "./gateway.ts";
import type { GraphQLRequest } from "./measure/load.ts";
import { startMeasured, type MeasuredProcess } from "./measure/process.ts";
import { meshRequest } from "./mesh-request.ts";
import type { Kind, Workload } from "./workloads.ts";

/** What is measured. */
export interface Server {
  readonly name: string;
  readonly title: string;
  readonly supports: readonly Kind[];
  /** Starts it before the IMM at an address. */
  start(endpoint: string): Promise<MeasuredProcess>;
  /** A request in its own terms, where it has others than the gateway. */
  translate?(request: GraphQLRequest): GraphQLRequest;
}

/** The n-th request of a workload, as a server takes it. */
export function requestOf({ translate }: Server, workload: Workload, n: number): GraphQLRequest {
  const request = workload.request(n);
  return translate?.(request) ?? request;
}

const own =
  (file: string, settings: Record<string, string> = {}) =>
  (endpoint: string) =>
    startMeasured(new URL(`servers/${file}.js`, import.meta.url), { IMM_ENDPOINT: endpoint, ...settings });

export const baseline: Server = {
  name: "baseline",
  title: "the baseline",
  supports: ["call", "files"],
  start: own("baseline"),
};

export const gateway: Server = {
  name: "gateway",
  title: "this gateway",
  supports: ["call", "graph", "files", "indexing"],
  start: startGateway,
};

export const subgraph: Server = {
  name: "subgraph",
  title: "this gateway as a subgraph",
  supports: ["entities"],
  start: startSubgraph,
};

/** The gateway as it runs for a workload. */
export const gatewayFor = ({ kind }: Workload) => (kind === "entities" ? subgraph : gateway);

const peer = (name: string, title: string): Server => ({
  name,
  title,
  supports: ["call", "graph", "entities", "files"],
  start: own(name),
});

export const mercurius = peer("mercurius", "Mercurius");

/** What one would use instead of the gateway. */
export const peers: readonly Server[] = [
  peer("stock-yoga", "stock Yoga"),
  {
    ...peer("stock-yoga-jit", "stock Yoga + graphql-jit"),
    start: own("stock-yoga", { EXECUTION: "graphql-jit" }),
  },
  peer("apollo", "Apollo Server"),
  mercurius,
  { ...peer("mesh", "GraphQL Mesh"), supports: ["call", "graph"], translate: meshRequest },
];

export const servers: readonly Server[] = [baseline, gateway, subgraph, ...peers];
