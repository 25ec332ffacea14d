import { printSubgraphSchema } from "@apollo/subgraph";
import { MapperKind, mapSchema, renameType } from "@graphql-tools/utils";
import type { GraphQLSchema } from "graphql";
import { checkRenames, withNewNames, type Renames } from "./renames.ts";
import { withoutStandaloneFields } from "./standalone-fields.ts";

/**
 * The graph as a part of a larger one: without the roots that only one subgraph can have, and with types and root
 * fields renamed whose names are another's.
 *
 * @throws Error that names each name that the graph doesn't have, and each new one that isn't valid.
 */
export function subgraphOf(renames: Renames = {}): GraphQLSchema {
  const federated = withoutStandaloneFields();
  checkRenames(renames, federated);

  const withRoots = mapSchema(federated, {
    [MapperKind.ROOT_FIELD]: (config, fieldName, typeName) => [
      renames[`${typeName}.${fieldName}`] ?? fieldName,
      config,
    ],
  });
  const subgraph = mapSchema(withRoots, {
    [MapperKind.TYPE](type) {
      const renamed = renameType(type, renames[type.name] ?? type.name);
      // The SDL is printed from these nodes, since they alone carry the directives.
      if (renamed.astNode) renamed.astNode = withNewNames(renamed.astNode, renames);
      return renamed;
    },
  });
  const sdl = printSubgraphSchema(subgraph);
  subgraph.getQueryType()!.getFields()["_service"]!.resolve = () => ({ sdl });
  return subgraph;
}
