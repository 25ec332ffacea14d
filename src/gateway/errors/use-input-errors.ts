import {
  getOperationAST,
  GraphQLError,
  Kind,
  KnownArgumentNamesRule,
  ProvidedRequiredArgumentsRule,
  ValuesOfCorrectTypeRule,
  type ExecutionArgs,
  type OperationDefinitionNode,
  type ValidationRule,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { missing } from "../../graphql/input/input-problems.ts";
import { inputRule } from "../../graphql/input/input-rule.ts";
import {
  variableProblems,
  variableUsages,
  type VariableUsages,
} from "../../graphql/input/variable-problems.ts";
import { onOperation } from "../operations/on-operation.ts";

const replaced = new Set<ValidationRule>([
  KnownArgumentNamesRule,
  ProvidedRequiredArgumentsRule,
  ValuesOfCorrectTypeRule,
]);

/**
 * Answers a bad value with the field that it stood in and what is allowed there, in literals and in variables; for
 * an unknown field those that there are, unless there are no suggestions.
 */
export function useInputErrors({ suggestions }: { suggestions: boolean }): Plugin {
  return {
    onValidate({ validateFn, setValidationFn }) {
      setValidationFn((schema, document, rules: ValidationRule[] = [], ...rest: unknown[]) =>
        validateFn(schema, document, [...rules.filter((rule) => !replaced.has(rule)), inputRule], ...rest),
      );
    },
    ...onOperation((args) => (result) => {
      const { errors } = result;
      if (!errors?.some((error) => isOfDefinition(error) || isOfUse(error))) return result;
      const operation = getOperationAST(args.document, args.operationName);
      if (!operation) return result;
      const usages = variableUsages(operation, args.document);
      if (!errors.some(isOfDefinition)) {
        return { ...result, errors: errors.map((error) => explainNull(error, usages)) };
      }
      const explained = explain(args, { operation, usages, hideNames: !suggestions });
      return explained.length > 0 ? { errors: explained } : result;
    }),
  };
}

function isOfDefinition({ nodes }: GraphQLError): boolean {
  return nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}

function explain(
  { schema, variableValues }: ExecutionArgs,
  context: { operation: OperationDefinitionNode; usages: VariableUsages; hideNames: boolean },
): GraphQLError[] {
  const errors = variableProblems({ schema, variables: variableValues ?? {}, ...context });
  for (const error of errors) error.extensions["http"] = { status: 400, spec: true };
  return errors;
}

// A variable with a default may stand where null may not; that it was sent as null, validation can't see.
function isOfUse({ nodes }: GraphQLError): boolean {
  return nodes?.[0]?.kind === Kind.VARIABLE;
}

function explainNull(error: GraphQLError, usages: VariableUsages): GraphQLError {
  const node = error.nodes?.[0];
  if (node?.kind !== Kind.VARIABLE) return error;
  const { message, extensions } = missing(usages.get(node.name.value) ?? `$${node.name.value}`, node);
  return new GraphQLError(message, { nodes: node, path: error.path ?? null, extensions });
}
