import {
  GraphQLError,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type ResponsePath,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { executeSelectionSet } from "./execute-selection-set.ts";
import { isPromise } from "./is-promise.ts";
import type { Complete, Execution, FieldPlace, SelectionSetPlan } from "./plan.ts";
import { runtimeTypeOf } from "./runtime-type.ts";

/** CompleteValue of an object type. */
export function completeObject(type: GraphQLObjectType, place: FieldPlace): Complete {
  const completeAs = completeAsObject(place);
  return (execution, value, path, info) => completeAs(type, execution, value, path, info!);
}

/** CompleteValue of an interface or a union: as the object type that the value has. */
export function completeAbstract(type: GraphQLAbstractType, place: FieldPlace): Complete {
  const completeAs = completeAsObject(place);
  return (execution, value, path, info) => {
    const resolveType = type.resolveType ?? execution.typeResolver;
    const name: unknown = resolveType(value, execution.contextValue, info!, type);
    const completeNamed = (resolved: unknown) => {
      const runtimeType = runtimeTypeOf(resolved, { type, value, place, schema: execution.schema });
      return completeAs(runtimeType, execution, value, path, info!);
    };
    return isPromise(name) ? name.then(completeNamed) : completeNamed(name);
  };
}

/** Executes what a field selects, which is planned for each object type when its first value is there. */
function completeAsObject({ nodes }: FieldPlace) {
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const plans = new Map<GraphQLObjectType, SelectionSetPlan>();

  return (
    type: GraphQLObjectType,
    execution: Execution,
    value: unknown,
    path: ResponsePath | undefined,
    info: GraphQLResolveInfo,
  ) => {
    let plan = plans.get(type);
    if (!plan) plans.set(type, (plan = execution.planOf(execution, type, selectionSets)));
    if (!type.isTypeOf) return executeSelectionSet(plan, execution, value, path);
    const isTypeOf = type.isTypeOf(value, execution.contextValue, info);
    const executeIf = (is: boolean) => {
      if (is) return executeSelectionSet(plan, execution, value, path);
      throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`);
    };
    return isPromise(isTypeOf) ? isTypeOf.then(executeIf) : executeIf(isTypeOf);
  };
}
