import { getArgumentValues, Kind, type FieldNode, type GraphQLField } from "graphql";
import type { FieldPlan, Variables } from "./plan.ts";

/**
 * CoerceArgumentValues of one field: a new object for each call, since resolvers may change it. What is no more than
 * primitive values and variables is read once; graphql-js coerces all else each time, and reports what is wrong.
 */
export function argumentCoercion(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): FieldPlan["coerceArguments"] {
  if (definition.args.length === 0) return noArguments;
  const coerce = (variables: Variables) => getArgumentValues(definition, node, variables);
  const entries: (readonly [argument: string, value: unknown])[] = [];
  const fromVariables: (readonly [argument: string, variable: string])[] = [];
  for (const argument of definition.args) {
    const value = node.arguments?.findLast(({ name }) => name.value === argument.name)?.value;
    if (value?.kind === Kind.VARIABLE) {
      // Its place in the order.
      entries.push([argument.name, undefined]);
      fromVariables.push([argument.name, value.name.value]);
    } else {
      if (value?.kind === Kind.OBJECT || value?.kind === Kind.LIST) return coerce;
      const entry = constantOf({ ...definition, args: [argument] }, node);
      if (entry === "not constant") return coerce;
      entries.push(...entry);
    }
  }
  const template = Object.fromEntries(entries);

  return (variables) => {
    const values: Record<string, unknown> = { ...template };
    for (const [argument, variable] of fromVariables) {
      const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
      // Defaults, and null where it must not be.
      if (value === undefined || value === null) return coerce(variables);
      values[argument] = value;
    }
    return values;
  };
}

const noArguments = () => ({});

/** The argument of a field with just one, if it's the same for each call: only primitive values can't be changed. */
function constantOf(definition: GraphQLField<unknown, unknown>, node: FieldNode) {
  try {
    const entries = Object.entries(getArgumentValues(definition, node));
    return entries.every(([, value]) => Object(value) !== value) ? entries : "not constant";
  } catch {
    return "not constant";
  }
}
