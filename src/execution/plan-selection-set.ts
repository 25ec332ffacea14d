import {
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { argumentCoercion } from "./coerce-argument-values.ts";
import { collectFields } from "./collect-fields.ts";
import { completeValue } from "./complete-value.ts";
import type { FieldPlan, PlanOf, SelectionSetPlan } from "./plan.ts";
import { readPropertyOf } from "./read-property.ts";

// V8 copies larger objects slowly: one of 200 properties takes four times as long as filling an empty one.
const maxTemplate = 100;

/**
 * Plans selection sets when they are first reached, and each once for a type, however many fields and fragments lead
 * there: there are never more plans than what graphql-js would collect fields for.
 */
export function createPlans(onPlan: (plan: SelectionSetPlan) => void): PlanOf {
  const numbers = new Map<SelectionSetNode, number>();
  const plans = new Map<string, SelectionSetPlan>();
  const numberOf = (selectionSet: SelectionSetNode) => {
    const number = numbers.get(selectionSet) ?? numbers.size;
    numbers.set(selectionSet, number);
    return number;
  };

  return (execution, type, selectionSets) => {
    // Those that are merged are known by their numbers.
    const key = `${type.name} ${selectionSets.map(numberOf).join(" ")}`;
    let plan = plans.get(key);
    if (!plan) {
      plan = planSelectionSet(execution.schema, type, collectFields(execution, type, selectionSets));
      plans.set(key, plan);
      onPlan(plan);
    }
    return plan;
  };
}

function planSelectionSet(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  collected: ReadonlyMap<string, readonly FieldNode[]>,
): SelectionSetPlan {
  const fields = [...collected].flatMap(([responseName, nodes]) => {
    const definition = fieldOf(schema, type, nodes[0]!);
    // graphql-js executes documents that aren't valid, without the fields that aren't there.
    return definition ? [planField(type, definition, { responseName, nodes })] : [];
  });
  const names = fields.map(({ responseName }) => [responseName, undefined]);
  // Any name becomes a property of its own here, `__proto__` too.
  return { fields, template: names.length > maxTemplate ? undefined : Object.fromEntries(names) };
}

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  { name: { value: name } }: FieldNode,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

function planField(
  parentType: GraphQLObjectType,
  definition: GraphQLField<unknown, unknown>,
  { responseName, nodes }: Pick<FieldPlan, "responseName" | "nodes">,
): FieldPlan {
  const { name, type } = definition;
  return {
    responseName,
    nodes,
    type,
    parentType,
    definition,
    coerceArguments: argumentCoercion(definition, nodes[0]!),
    property: readPropertyOf(definition),
    complete: completeValue(type, { nodes, coordinate: `${parentType.name}.${name}` }),
  };
}
