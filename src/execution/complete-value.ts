import {
  GraphQLError,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLOutputType,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { completeAbstract, completeObject } from "./complete-object.ts";
import { completePosition } from "./complete-position.ts";
import { isPromise } from "./is-promise.ts";
import type { Complete, FieldPlace, Position } from "./plan.ts";

/** CompleteValue of a type, made for one field. */
export function completeValue(type: GraphQLOutputType, place: FieldPlace): Complete {
  if (isNonNullType(type)) return completeNonNull(completeValue(type.ofType, place), place);
  const complete = completeNullable(type, place);
  return (execution, value, path, info) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(execution, value, path, info);
  };
}

function completeNullable(type: GraphQLOutputType, place: FieldPlace): Complete {
  if (isLeafType(type)) return completeLeaf(type);
  if (isObjectType(type)) return completeObject(type, place);
  if (isAbstractType(type)) return completeAbstract(type, place);
  const { ofType } = type as GraphQLList<GraphQLOutputType>;
  return completeList({ nodes: place.nodes, type: ofType, complete: completeValue(ofType, place) }, place);
}

function completeNonNull(complete: Complete, { coordinate }: FieldPlace): Complete {
  return (execution, value, path, info) => {
    const completed = complete(execution, value, path, info);
    if (completed === null) throw new Error(`Cannot return null for non-nullable field ${coordinate}.`);
    return completed;
  };
}

function completeLeaf(type: GraphQLLeafType): Complete {
  return (_execution, value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    const call = `\`${inspect(type)}.serialize(${inspect(value)})\``;
    throw new Error(`Expected ${call} to return non-nullable value, returned: ${inspect(serialized)}`);
  };
}

function completeList(element: Position, { coordinate }: FieldPlace): Complete {
  return (execution, value, prev, info) => {
    if (!isIterable(value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${coordinate}".`);
    }
    const completed: unknown[] = [];
    let pending = false;
    try {
      for (const item of value) {
        const path = { prev, key: completed.length, typename: undefined };
        const result = completePosition(element, execution, item, path, info);
        completed.push(result);
        if (isPromise(result)) pending = true;
      }
    } catch (error) {
      // Nobody will wait for the elements before it: one that rejects must not end the process.
      if (pending) void Promise.allSettled(completed);
      throw error;
    }
    return pending ? Promise.all(completed) : completed;
  };
}

/** Objects alone: a text, which has characters to iterate over, isn't a list. */
function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && typeof (value as Iterable<unknown>)[Symbol.iterator] === "function";
}
