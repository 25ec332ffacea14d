import { specifiedScalarTypes, visit, type ASTNode, type GraphQLSchema, type NamedTypeNode } from "graphql";
import { standaloneFields } from "./standalone-fields.ts";

/** New names for types and root fields, by the old: `{ Project: "ImmProject", "Query.project": "immProject" }`. */
export type Renames = Readonly<Record<string, string>>;

/**
 * Checks that the renames are valid for this graph.
 *
 * @throws Error that names each name that the graph doesn't have, and each new one that isn't valid.
 */
export function checkRenames(renames: Renames, graph: GraphQLSchema): void {
  const { named, fixed, taken } = namesOf(graph);
  const renamed = (name: string) => name.replace(/[^.]+$/, (last) => renames[name] ?? last);
  const problems = Object.entries(renames).flatMap(([name, to]) => {
    if (!named.includes(name) || fixed.has(name))
      return [`${name}: the graph has no type or root field of that name that could be renamed.`];
    // Two underscores are between a specification's name and a name of its own: `federation__FieldSet`.
    if (!/^(?!.*__)[A-Za-z][_0-9A-Za-z]*$/.test(to))
      return [`${name}: ${JSON.stringify(to)} is no name for it.`];
    const other = taken.find((another) => another !== name && renamed(another) === renamed(name));
    return other === undefined ? [] : [`${name}: ${to} is the name of ${other} already.`];
  });
  if (problems.length > 0)
    throw new Error(["These names of the graph can't be changed so:", ...problems].join("\n  "));
}

function namesOf(graph: GraphQLSchema) {
  const roots = [graph.getQueryType()!, graph.getMutationType()!, graph.getSubscriptionType()!];
  // Types, and root fields as `Query.project`.
  const named = [
    ...Object.keys(graph.getTypeMap()),
    ...roots.flatMap((root) => Object.keys(root.getFields()).map((field) => `${root.name}.${field}`)),
  ];
  // GraphQL's and federation's own.
  const fixed = new Set([
    ...[...roots, ...specifiedScalarTypes].map(({ name }) => name),
    ...named.filter((name) => /(^|[.])_/.test(name)),
  ]);
  return { named, fixed, taken: [...named, ...standaloneFields] };
}

/** A definition that refers to types by their new names. */
export function withNewNames<Node extends ASTNode>(definition: Node, renames: Renames): Node {
  return visit(definition, {
    NamedType: (node): NamedTypeNode => {
      const value = renames[node.name.value] ?? node.name.value;
      return { ...node, name: { ...node.name, value } };
    },
  });
}
