import { Kind, parse, print, visit, type FieldNode, type NameNode } from "graphql";
import type { GraphQLRequest } from "./measure/load.ts";

// Mesh bears IMM's names, and an answer has the shape of IMM's reply.

const capitalised = (name: string) => name[0]!.toUpperCase() + name.slice(1);

const aliased = (field: FieldNode, name: string): FieldNode => ({
  ...field,
  alias: field.alias ?? field.name,
  name: { kind: Kind.NAME, value: name },
});

function inReply(field: FieldNode): FieldNode | null {
  switch (field.name.value) {
    case "createDataset":
    case "datasets":
      return field;
    case "dataset": {
      if (!field.arguments?.length) return aliased(field, "Dataset");
      const Dataset = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "Dataset" } } as const;
      const selections = [{ ...Dataset, selectionSet: field.selectionSet! }];
      return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } };
    }
    case "nodes":
      return aliased(field, "Datasets");
    case "pageInfo":
      return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "NextToken" } };
    // What isn't in a reply.
    case "id":
    case "project":
      return null;
    default:
      return aliased(field, capitalised(field.name.value));
  }
}

/** Of types and arguments. */
const names: Readonly<Record<string, string>> = {
  ProjectName: "String",
  DatasetName: "String",
  CreateDatasetInput: "CreateDataset_Input",
  input: "settings",
};

const documents = new Map<string, string>();

function documentOf(query: string): string {
  const known = documents.get(query);
  if (known !== undefined) return known;
  const renamed = <Node extends { readonly name: NameNode }>(node: Node): Node => ({
    ...node,
    name: { kind: Kind.NAME, value: names[node.name.value] ?? node.name.value },
  });
  const text = print(
    visit(parse(query), { Field: { leave: inReply }, NamedType: renamed, Argument: renamed }),
  );
  documents.set(query, text);
  return text;
}

/** The same request for Mesh: it asks for the same data, under the same names where an alias can give them. */
export function meshRequest({ query, variables }: GraphQLRequest): GraphQLRequest {
  const { input, ...rest } = variables;
  const named =
    input && Object.fromEntries(Object.entries(input).map(([name, value]) => [capitalised(name), value]));
  return { query: documentOf(query), variables: named ? { ...rest, input: named } : variables };
}
