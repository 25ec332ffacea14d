import {
  GraphQLError,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type ResponsePath,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { executeSelectionSet } from "./execute-selection-set.ts";
import { isPromise } from "./is-promise.ts";
import type { Complete, Execution, SelectionSetPlan } from "./plan.ts";
import { runtimeTypeOf } from "./runtime-type.ts";

/** CompleteValue of an object type. */
export function completeObject(type: GraphQLObjectType, nodes: readonly FieldNode[]): Complete {
  const completeAs = completeObjects(nodes);
  return (execution, value, path, info) => completeAs(type, execution, value, path, info!);
}

/** CompleteValue of an interface or a union: ResolveAbstractType, then as that type. */
export function completeAbstract(
  type: GraphQLAbstractType,
  nodes: readonly FieldNode[],
  coordinate: string,
): Complete {
  const completeAs = completeObjects(nodes);
  return (execution, value, path, info) => {
    const resolveType = type.resolveType ?? execution.typeResolver;
    const complete = (name: unknown) => {
      const runtimeType = runtimeTypeOf(name, { type, value, nodes, coordinate, schema: execution.schema });
      return completeAs(runtimeType, execution, value, path, info!);
    };
    const name: unknown = resolveType(value, execution.contextValue, info!, type);
    return isPromise(name) ? name.then(complete) : complete(name);
  };
}

/** What is selected in these nodes, on values of object types; planned when the first value of its type is there. */
function completeObjects(nodes: readonly FieldNode[]) {
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const plans = new Map<GraphQLObjectType, SelectionSetPlan>();

  return (
    type: GraphQLObjectType,
    execution: Execution,
    value: unknown,
    path: ResponsePath | undefined,
    info: GraphQLResolveInfo,
  ) => {
    const plan = plans.get(type) ?? execution.planOf(execution, type, selectionSets);
    plans.set(type, plan);
    if (!type.isTypeOf) return executeSelectionSet(plan, execution, value, path);
    const isTypeOf = type.isTypeOf(value, execution.contextValue, info);
    const execute = (is: boolean) => {
      if (is) return executeSelectionSet(plan, execution, value, path);
      const message = `Expected value of type "${type.name}" but got: ${inspect(value)}.`;
      throw new GraphQLError(message, { nodes });
    };
    return isPromise(isTypeOf) ? isTypeOf.then(execute) : execute(isTypeOf);
  };
}
