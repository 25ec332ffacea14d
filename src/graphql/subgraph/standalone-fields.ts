import { MapperKind, mapSchema, pruneSchema } from "@graphql-tools/utils";
import type { GraphQLSchema } from "graphql";
import { schema } from "../schema.ts";

/** The root fields that a supergraph can have from one subgraph only, or that each gateway answers differently. */
export const standaloneFields: ReadonlySet<string> = new Set(["Query.node", "Query.viewer"]);

/** The graph without those root fields, and without the types that only they lead to. */
export function withoutStandaloneFields(): GraphQLSchema {
  return pruneSchema(
    mapSchema(schema, {
      [MapperKind.ROOT_FIELD]: (config, fieldName, typeName) =>
        standaloneFields.has(`${typeName}.${fieldName}`) ? null : config,
    }),
  );
}
