import { defaultFieldResolver, type GraphQLResolveInfo, type ResponsePath } from "graphql";
import { completePosition, handleFieldError, handleLater } from "./complete-position.ts";
import { isPromise } from "./is-promise.ts";
import type { Execution, FieldPlan, ReadProperty } from "./plan.ts";

/** ExecuteField. */
export function executeField(
  field: FieldPlan,
  execution: Execution,
  source: unknown,
  parentPath: ResponsePath | undefined,
): unknown {
  const { definition, property } = field;
  const resolve = definition.resolve ?? execution.fieldResolver;
  if (property?.resolve === resolve && typeof source === "object" && source !== null) {
    return readField(field, property, execution, source as Source, parentPath);
  }
  const path = pathOf(field, parentPath);
  const info = infoOf(field, execution, path);
  let value: unknown;
  try {
    value = resolve(source, field.coerceArguments(execution.variableValues), execution.contextValue, info);
  } catch (reason) {
    return handleFieldError(field, execution, path, reason);
  }
  return completePosition(field, execution, value, path, info);
}

type Source = Record<string, unknown>;
type Method = (args: object, contextValue: unknown, info: GraphQLResolveInfo) => unknown;

/** ResolveFieldValue without a resolver: most values need no arguments, no info, and a path only where they fail. */
function readField(
  field: FieldPlan,
  { name, resolve, isLeaf }: ReadProperty,
  execution: Execution,
  source: Source,
  parentPath: ResponsePath | undefined,
): unknown {
  let value: unknown;
  try {
    value = source[name];
    if (isLeaf && (value === null || (typeof value !== "object" && typeof value !== "function"))) {
      const completed = field.complete(execution, value, undefined, undefined);
      // A scalar may serialize to a promise.
      if (!isPromise(completed)) return completed;
      return handleLater(field, execution, completed, pathOf(field, parentPath));
    }
    if (typeof value === "function" && resolve === defaultFieldResolver) {
      const info = infoOf(field, execution, pathOf(field, parentPath));
      value = (source as Record<string, Method>)[name]!({}, execution.contextValue, info);
    }
  } catch (reason) {
    return handleFieldError(field, execution, pathOf(field, parentPath), reason);
  }
  return completePosition(field, execution, value, pathOf(field, parentPath), undefined);
}

function pathOf({ responseName, parentType }: FieldPlan, prev: ResponsePath | undefined): ResponsePath {
  return { prev, key: responseName, typename: parentType.name };
}

function infoOf(field: FieldPlan, execution: Execution, path: ResponsePath): GraphQLResolveInfo {
  const info = {
    fieldName: field.definition.name,
    fieldNodes: field.nodes,
    returnType: field.type,
    parentType: field.parentType,
    path,
    schema: execution.schema,
    fragments: execution.fragments,
    rootValue: execution.rootValue,
    operation: execution.operation,
    variableValues: execution.variableValues,
  };
  // A package of Yoga's adds members of graphql-js 17 to the type.
  return info as GraphQLResolveInfo;
}
