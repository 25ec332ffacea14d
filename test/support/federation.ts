import { composeServices as composeByApollo } from "@apollo/composition";
import { ApolloGateway } from "@apollo/gateway";
import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  composeServices as composeByHive,
  compositionHasErrors,
  transformSupergraphToPublicSchema,
} from "@theguild/federation-composition";
import { federateSubgraphs } from "@wundergraph/composition";
import {
  buildASTSchema,
  getOperationAST,
  lexicographicSortSchema,
  parse,
  printSchema,
  type GraphQLSchema,
} from "graphql";
import { createRouter } from "../../examples/supergraph/src/router.ts";
import type { Answer } from "./gateway.ts";

/** A subgraph as composers take it. */
export interface Subgraph {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** What a composer makes of subgraphs. */
export interface Composition {
  readonly errors: readonly string[];
  /** The graph that clients of the supergraph see; undefined where there are errors. */
  readonly schema: GraphQLSchema | undefined;
}

type Compose = (subgraphs: readonly Subgraph[]) => Composition;

const services = (subgraphs: readonly Subgraph[]) =>
  subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
const messages = (errors: readonly Error[] | undefined) => (errors ?? []).map(({ message }) => message);

/** The composers that users of a federated graph have. */
export const composers: readonly (readonly [name: string, compose: Compose])[] = [
  [
    "@theguild/federation-composition",
    (subgraphs) => {
      const result = composeByHive(services(subgraphs));
      if (compositionHasErrors(result)) return { errors: messages(result.errors), schema: undefined };
      const api = transformSupergraphToPublicSchema(parse(result.supergraphSdl));
      return { errors: [], schema: buildASTSchema(api) };
    },
  ],
  [
    "@apollo/composition",
    (subgraphs) => {
      const { errors, schema } = composeByApollo(services(subgraphs));
      return { errors: messages(errors), schema: schema?.toAPISchema().toGraphQLJSSchema() };
    },
  ],
  [
    "@wundergraph/composition",
    (subgraphs) => {
      const result = federateSubgraphs({
        subgraphs: subgraphs.map(({ name, url, sdl }) => ({ name, url, definitions: parse(sdl) })),
      });
      return result.success
        ? { errors: [], schema: result.federatedGraphClientSchema }
        : { errors: messages(result.errors), schema: undefined };
    },
  ],
];

/** A schema as text that two composers write alike; some leave scalars of federation's own in it. */
export function normalized(schema: GraphQLSchema): string {
  const own = mapSchema(schema, {
    [MapperKind.SCALAR_TYPE]: ({ name }) => (/^(federation|link)__/.test(name) ? null : undefined),
  });
  return printSchema(lexicographicSortSchema(own));
}

/** A router over a supergraph. */
export interface Router extends AsyncDisposable {
  send(query: string): Promise<Answer<Record<string, unknown>>>;
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
      return response.json() as Promise<Answer<Record<string, unknown>>>;
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
      return JSON.parse(JSON.stringify(result)) as Answer<Record<string, unknown>>;
    },
    [Symbol.asyncDispose]: () => gateway.stop(),
  };
}
