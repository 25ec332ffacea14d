import { MapperKind, mapSchema, pruneSchema } from "@graphql-tools/utils";
import type { GraphQLSchema } from "graphql";
import { schema } from "../schema.ts";

/** The roots that a supergraph can have from one subgraph alone, or that each gateway has its own answer to. */
export const standaloneFields: ReadonlySet<string> = new Set(["Query.node", "Query.viewer"]);

/** Makes the graph without those roots, and without the types that only they lead to. */
export function withoutStandaloneFields(): GraphQLSchema {
  return pruneSchema(
    mapSchema(schema, {
      [MapperKind.ROOT_FIELD]: (config, fieldName, typeName) =>
        standaloneFields.has(`${typeName}.${fieldName}`) ? null : config,
    }),
  );
}
