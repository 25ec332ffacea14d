import {
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLOutputType,
} from "graphql";
import { inspect } from "graphql/jsutils/inspect.js";
import { completeList } from "./complete-list.ts";
import { completeAbstract, completeObject } from "./complete-object.ts";
import type { Complete } from "./plan.ts";

/** CompleteValue of a type, where a field of these nodes has it. `coordinate` names that field in messages. */
export function completeValue(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  coordinate: string,
): Complete {
  if (isNonNullType(type)) return completeNonNull(completeValue(type.ofType, nodes, coordinate), coordinate);
  const complete = completeNullable(type, nodes, coordinate);
  return (execution, value, path, info) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(execution, value, path, info);
  };
}

function completeNullable(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  coordinate: string,
): Complete {
  if (isLeafType(type)) return completeLeaf(type);
  if (isAbstractType(type)) return completeAbstract(type, nodes, coordinate);
  if (isObjectType(type)) return completeObject(type, nodes);
  const { ofType } = type as GraphQLList<GraphQLOutputType>;
  return completeList(
    { type: ofType, nodes, complete: completeValue(ofType, nodes, coordinate) },
    coordinate,
  );
}

function completeNonNull(complete: Complete, coordinate: string): Complete {
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
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
    );
  };
}
