import { composeServices as composeByApollo } from "@apollo/composition";
import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  composeServices as composeByHive,
  compositionHasErrors,
  transformSupergraphToPublicSchema,
} from "@theguild/federation-composition";
import { federateSubgraphs } from "@wundergraph/composition";
import { buildASTSchema, lexicographicSortSchema, parse, printSchema, type GraphQLSchema } from "graphql";

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
