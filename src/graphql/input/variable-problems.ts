import {
  isInputType,
  Kind,
  typeFromAST,
  visit,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { json, problems } from "./input-problems.ts";

/** Where an operation uses each variable, by its name: the argument that has it, as `input.description`. */
export type VariableUsages = ReadonlyMap<string, string>;

const maxProblems = 50;

/** The first 50 problems of an operation's variables, each with the argument that the variable is used in. */
export function variableProblems(request: {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
  usages: VariableUsages;
  hideNames: boolean;
}): GraphQLError[] {
  const { schema, operation, variables, usages, hideNames } = request;
  const found: GraphQLError[] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (!isInputType(type) || (definition.defaultValue && value === undefined)) continue;
    const place = { form: json, field: usages.get(name) ?? `$${name}`, nodes: definition, hideNames };
    for (const problem of problems(value, type, place)) {
      found.push(problem);
      if (found.length === maxProblems) return found;
    }
  }
  return found;
}

/** Finds where an operation, or a fragment, first uses each variable. */
export function variableUsages(operation: OperationDefinitionNode, document: DocumentNode): VariableUsages {
  const usages = new Map<string, string>();
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  for (const root of [operation, ...fragments]) {
    visit(root, {
      Variable(node, _key, parent, _path, ancestors) {
        if (usages.has(node.name.value)) return;
        const names = [...ancestors, parent].flatMap((ancestor) =>
          ancestor &&
          "kind" in ancestor &&
          (ancestor.kind === Kind.ARGUMENT || ancestor.kind === Kind.OBJECT_FIELD)
            ? [ancestor.name.value]
            : [],
        );
        if (names.length > 0) usages.set(node.name.value, names.join("."));
      },
    });
  }
  return usages;
}
