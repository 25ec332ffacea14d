import {
  assertValidSchema,
  defaultFieldResolver,
  defaultTypeResolver,
  execute as executeByGraphqlJs,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  type ExecutionArgs,
  type ExecutionResult,
  type OperationDefinitionNode,
} from "graphql";
import { collectError } from "./complete-position.ts";
import { executeSelectionSet, executeSelectionSetSerially } from "./execute-selection-set.ts";
import { isPromise } from "./is-promise.ts";
import { operationOf, plansOf } from "./operation.ts";
import type { Execution, PromiseOrValue, Results } from "./plan.ts";

/** What graphql-js' `execute` takes, and the values of variables if somebody has coerced them already. */
export interface ExecuteArgs extends ExecutionArgs {
  coercedVariableValues?: Record<string, unknown> | undefined;
}

/**
 * ExecuteRequest: answers as graphql-js' `execute` does. How an operation is executed is planned once, and kept as long
 * as its parsed document.
 */
export function execute(args: ExecuteArgs): PromiseOrValue<ExecutionResult> {
  const { schema, document, variableValues } = args;
  // What can't be executed graphql-js explains.
  if (!document || typeof (variableValues ?? {}) !== "object") return executeByGraphqlJs(args);
  assertValidSchema(schema);
  const operation = operationOf(args);
  if (!operation) return executeByGraphqlJs(args);
  const { node, fragments } = operation;
  const { coerced, errors } = args.coercedVariableValues
    ? { coerced: args.coercedVariableValues }
    : coerceVariableValues(args, node);
  if (errors) return { errors };

  const execution: Execution = {
    schema,
    fragments,
    operation: node,
    rootValue: args.rootValue,
    contextValue: args.contextValue,
    variableValues: coerced,
    fieldResolver: args.fieldResolver ?? defaultFieldResolver,
    typeResolver: args.typeResolver ?? defaultTypeResolver,
    planOf: plansOf(operation, coerced),
    collected: { errors: [], nulled: new Set() },
  };
  try {
    const data = executeOperation(execution);
    if (!isPromise(data)) return responseOf(execution, data);
    return data.then(
      (resolved) => responseOf(execution, resolved),
      (error) => failedResponse(execution, error),
    );
  } catch (error) {
    return failedResponse(execution, error as GraphQLError);
  }
}

/** CoerceVariableValues. */
function coerceVariableValues(
  { schema, variableValues, hideSuggestions, options }: ExecutionArgs,
  { variableDefinitions }: OperationDefinitionNode,
) {
  return getVariableValues(schema, variableDefinitions ?? [], variableValues ?? {}, {
    maxErrors: options?.maxCoercionErrors ?? 50,
    hideSuggestions: hideSuggestions ?? false,
  });
}

/** ExecuteQuery, ExecuteMutation, and an event of a subscription. */
function executeOperation(execution: Execution): PromiseOrValue<Results> {
  const { schema, operation: node, rootValue } = execution;
  const type = schema.getRootType(node.operation);
  if (!type) {
    throw new GraphQLError(`Schema is not configured to execute ${node.operation} operation.`, {
      nodes: node,
    });
  }
  const plan = execution.planOf(execution, type, [node.selectionSet]);
  return node.operation === OperationTypeNode.MUTATION
    ? executeSelectionSetSerially(plan, execution, rootValue)
    : executeSelectionSet(plan, execution, rootValue, undefined);
}

/** An error that went up to `data`. */
function failedResponse(execution: Execution, error: GraphQLError): ExecutionResult {
  collectError(execution.collected, error, undefined);
  return responseOf(execution, null);
}

function responseOf({ collected: { errors } }: Execution, data: Results | null): ExecutionResult {
  return errors.length === 0 ? { data } : { errors, data };
}
