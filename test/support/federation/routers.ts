import { ApolloGateway } from "@apollo/gateway";
import { getOperationAST, parse } from "graphql";
import { createRouter } from "../../../examples/supergraph/src/router.ts";
import type { GraphQLResponse } from "../gateway/gateway.ts";

/** A router over a supergraph. */
export interface Router extends AsyncDisposable {
  send(query: string): Promise<GraphQLResponse<Record<string, unknown>>>;
}

/** The routers that run in Node. */
export const routers: readonly (readonly [name: string, start: (supergraph: string) => Promise<Router>])[] = [
  ["Hive Gateway", startHive],
  ["Apollo Gateway", startApollo],
];

async function startHive(supergraph: string): Promise<Router> {
  const router = createRouter(supergraph);
  return {
    async send(query) {
      const response = await router.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      return response.json() as Promise<GraphQLResponse<Record<string, unknown>>>;
    },
    [Symbol.asyncDispose]: async () => router[Symbol.asyncDispose](),
  };
}

async function startApollo(supergraphSdl: string): Promise<Router> {
  const gateway = new ApolloGateway({ supergraphSdl });
  const { schema, executor } = await gateway.load();
  return {
    async send(query) {
      const document = parse(query);
      const result = await executor({
        document,
        schema,
        source: query,
        queryHash: query,
        request: { query },
        operationName: null,
        operation: getOperationAST(document)!,
        context: {},
        metrics: {},
      } as unknown as Parameters<typeof executor>[0]);
      return JSON.parse(JSON.stringify(result)) as GraphQLResponse<Record<string, unknown>>;
    },
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}
