import {
  Kind,
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { PlanOf, SelectionSetPlan, Variables } from "./plan.ts";
import { createPlans } from "./plan-selection-set.ts";

/** An operation of a document, with its plans. */
export interface Operation {
  readonly node: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** The variables in `@skip` and `@include`. */
  readonly conditions: readonly string[];
  /** By the values of those variables. */
  readonly plans: Map<string, PlanOf>;
}

// Four conditions; who has more of them plans each time.
const maxPlansOfOperation = 16;
// Field nodes in plans, of about 600 bytes each. How many are reached depends on what resolvers return, so that no
// document's size tells it.
const maxNodes = 50_000;

type Operations = Map<string | undefined, Operation>;
let known = new WeakMap<GraphQLSchema, WeakMap<DocumentNode, Operations>>();
let nodes = 0;

/** The operation to execute; undefined where a document has none, or several and none is named. */
export function operationOf({ schema, document, operationName }: ExecutionArgs): Operation | undefined {
  const documents = known.get(schema) ?? new WeakMap<DocumentNode, Operations>();
  known.set(schema, documents);
  const operations = documents.get(document) ?? new Map<string | undefined, Operation>();
  documents.set(document, operations);
  const name = operationName ?? undefined;
  const operation = operations.get(name) ?? findOperation(document, name);
  if (operation) operations.set(name, operation);
  return operation;
}

function findOperation({ definitions }: DocumentNode, name: string | undefined): Operation | undefined {
  const operations = definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .filter((operation) => name === undefined || operation.name?.value === name);
  const node = operations.at(-1);
  if (!node || (name === undefined && operations.length > 1)) return undefined;
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  const conditions = new Set<string>();
  if (node.variableDefinitions?.length) {
    for (const root of [node, ...Object.values(fragments)]) addConditions(root.selectionSet, conditions);
  }
  return { node, fragments, conditions: [...conditions], plans: new Map() };
}

function addConditions({ selections }: SelectionSetNode, conditions: Set<string>): void {
  for (const selection of selections) {
    for (const directive of selection.directives ?? []) {
      if (directive.name.value !== "skip" && directive.name.value !== "include") continue;
      for (const { value } of directive.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
      }
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) continue;
    addConditions(selection.selectionSet, conditions);
  }
}

/** The plans for these values of variables. */
export function plansOf({ conditions, plans }: Operation, variables: Variables): PlanOf {
  const values = conditions.map((name) => variables[name]);
  if (!values.every((value) => typeof value === "boolean")) return createPlans(countNodes);
  const key = values.join();
  const planOf = plans.get(key) ?? createPlans(countNodes);
  if (plans.size < maxPlansOfOperation) plans.set(key, planOf);
  return planOf;
}

function countNodes({ fields }: SelectionSetPlan): void {
  for (const field of fields) nodes += field.nodes.length;
  if (nodes <= maxNodes) return;
  known = new WeakMap();
  nodes = 0;
}
