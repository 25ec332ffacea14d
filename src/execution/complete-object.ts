import { GraphQLError, type GraphQLAbstractType, type GraphQLObjectType } from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { executeSelectionSet } from "./execute-selection-set.ts";
import { isPromise } from "./is-promise.ts";
import type { Complete, FieldPlace, SelectionSetPlan } from "./plan.ts";
import { runtimeTypeOf } from "./runtime-type.ts";

/** CompleteValue of an object type. What is selected is planned when the first value is there. */
export function completeObject(type: GraphQLObjectType, { nodes }: FieldPlace): Complete {
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  let plan: SelectionSetPlan | undefined;

  return (execution, value, path, info) => {
    const planned = (plan ??= execution.planOf(execution, type, selectionSets));
    if (!type.isTypeOf) return executeSelectionSet(planned, execution, value, path);
    const isTypeOf = type.isTypeOf(value, execution.contextValue, info!);
    const executeIf = (is: boolean) => {
      if (is) return executeSelectionSet(planned, execution, value, path);
      throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`);
    };
    return isPromise(isTypeOf) ? isTypeOf.then(executeIf) : executeIf(isTypeOf);
  };
}

/** CompleteValue of an interface or a union: as the object type that the value has. */
export function completeAbstract(type: GraphQLAbstractType, place: FieldPlace): Complete {
  const completions = new Map<GraphQLObjectType, Complete>();

  return (execution, value, path, info) => {
    const completeNamed = (name: unknown) => {
      const runtimeType = runtimeTypeOf(name, { type, value, place, schema: execution.schema });
      const complete = completions.get(runtimeType) ?? completeObject(runtimeType, place);
      completions.set(runtimeType, complete);
      return complete(execution, value, path, info);
    };
    const resolveType = type.resolveType ?? execution.typeResolver;
    const name: unknown = resolveType(value, execution.contextValue, info!, type);
    return isPromise(name) ? name.then(completeNamed) : completeNamed(name);
  };
}
