import { isInputObjectType, isObjectType, type GraphQLSchema } from "graphql";

/** The option of a type whose fields are about those of another. */
export function membersOf(typeName: string): { extensions: { membersOf: string } } {
  return { extensions: { membersOf: typeName } };
}

/** Says of each field that is about another what that is: it has a description already. */
export function describeMembers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    const name = type.extensions["membersOf"];
    const of = typeof name === "string" ? schema.getType(name) : undefined;
    if (!isObjectType(of) || !(isObjectType(type) || isInputObjectType(type))) continue;
    const described = of.getFields();
    const nodes = new Map(type.astNode?.fields?.map((node) => [node.name.value, node]));
    for (const field of Object.values(type.getFields())) {
      const description = described[field.name]?.description;
      if (!description) continue;
      field.description = `${field.description} ${description}`;
      // The subgraph's SDL is printed from these.
      const inNode = nodes.get(field.name)?.description;
      if (inNode) Object.assign(inNode, { value: field.description });
    }
  }
}
