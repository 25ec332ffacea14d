import {
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { argumentCoercion } from "./coerce-argument-values.ts";
import { collectFields } from "./collect-fields.ts";
import { completeValue } from "./complete-value.ts";
import type { FieldPlan, PlanOf, SelectionSetPlan } from "./plan.ts";
import { readPropertyOf } from "./read-property.ts";

// V8 copies larger objects slowly: one of 200 properties takes four times as long as filling an empty one.
const maxTemplate = 100;

/** A tree by types, then by selection sets in the order in which they are merged. */
interface Branch {
  plan?: SelectionSetPlan;
  readonly branches: Map<object, Branch>;
}

/**
 * Plans selection sets when they are first reached, and each once for a type, however many fields and fragments lead
 * there: so a document can't make more plans than the values that graphql-js would collect fields for.
 */
export function createPlans(onPlan: (plan: SelectionSetPlan) => void): PlanOf {
  const root: Branch = { branches: new Map() };

  return (execution, type, selectionSets) => {
    let branch = root;
    for (const key of [type, ...selectionSets]) {
      const next = branch.branches.get(key) ?? { branches: new Map() };
      branch.branches.set(key, next);
      branch = next;
    }
    if (!branch.plan) {
      const collected = collectFields(execution, type, selectionSets);
      branch.plan = planSelectionSet(execution.schema, type, collected);
      onPlan(branch.plan);
    }
    return branch.plan;
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
