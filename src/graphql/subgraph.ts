import { printSubgraphSchema } from "@apollo/subgraph";
import { MapperKind, mapSchema, renameType } from "@graphql-tools/utils";
import { specifiedScalarTypes, visit, type GraphQLSchema, type NamedTypeNode } from "graphql";
import { schema } from "./schema.ts";

/** New names for types and root fields, by the old: `{ Project: "ImmProject", "Query.project": "immProject" }`. */
export type Renames = Readonly<Record<string, string>>;

// What only one subgraph of a supergraph can have.
const aloneOnly = new Set(["Query.node"]);

// A type of that name would be a root.
const roots = ["Subscription"];

/**
 * The graph as a part of a larger one: without the roots that only one subgraph can have, and with types and root
 * fields renamed whose names are another's.
 *
 * @throws Error whose message tells each name that the graph doesn't have, and each new one that can't be.
 */
export function subgraphOf(renames: Renames = {}): GraphQLSchema {
  const problems = problemsOf(renames);
  if (problems.length > 0)
    throw new Error(["These names of the graph can't be changed so:", ...problems].join("\n  "));

  const withRoots = mapSchema(schema, {
    [MapperKind.ROOT_FIELD]: (config, fieldName, typeName) => {
      const name = `${typeName}.${fieldName}`;
      return aloneOnly.has(name) ? null : [renames[name] ?? fieldName, config];
    },
  });
  const subgraph = mapSchema(withRoots, {
    [MapperKind.TYPE](type) {
      const renamed = renameType(type, renames[type.name] ?? type.name);
      // The SDL is printed from these nodes, since they alone carry the directives.
      if (renamed.astNode)
        renamed.astNode = visit(renamed.astNode, { NamedType: (node) => renameNode(node, renames) });
      return renamed;
    },
  });
  const sdl = printSubgraphSchema(subgraph);
  subgraph.getQueryType()!.getFields()["_service"]!.resolve = () => ({ sdl });
  return subgraph;
}

const queryType = schema.getQueryType()!;
const mutationType = schema.getMutationType()!;

function renameNode(node: NamedTypeNode, renames: Renames): NamedTypeNode {
  const value = renames[node.name.value] ?? node.name.value;
  return { ...node, name: { ...node.name, value } };
}

/** Everything with a name that a subgraph brings: types, and root fields as `Query.project`. */
const named = [
  ...Object.keys(schema.getTypeMap()),
  ...[queryType, mutationType].flatMap((root) =>
    Object.keys(root.getFields()).map((field) => `${root.name}.${field}`),
  ),
].filter((name) => !aloneOnly.has(name));

// GraphQL's and federation's own.
const fixed = new Set([
  queryType.name,
  mutationType.name,
  ...specifiedScalarTypes.map(({ name }) => name),
  ...named.filter((name) => /(^|[.])_/.test(name)),
]);

function problemsOf(renames: Renames): string[] {
  const renamed = (name: string) => name.replace(/[^.]+$/, (last) => renames[name] ?? last);
  return Object.entries(renames).flatMap(([name, to]) => {
    if (!named.includes(name) || fixed.has(name))
      return [`${name}: the graph has no type or root field of that name that could be renamed.`];
    // Two underscores are between a specification's name and a name of its own: `federation__FieldSet`.
    if (!/^(?!.*__)[A-Za-z][_0-9A-Za-z]*$/.test(to))
      return [`${name}: ${JSON.stringify(to)} is no name for it.`];
    const taken = [...named, ...aloneOnly, ...roots];
    const other = taken.find((another) => another !== name && renamed(another) === renamed(name));
    return other === undefined ? [] : [`${name}: ${to} is the name of ${other} already.`];
  });
}
