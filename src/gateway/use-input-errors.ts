import {
  getOperationAST,
  GraphQLError,
  KnownArgumentNamesRule,
  Kind,
  ProvidedRequiredArgumentsRule,
  ValuesOfCorrectTypeRule,
  type ExecutionArgs,
  type ExecutionResult,
  type OperationDefinitionNode,
  type ValidationRule,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { inputRule, nullRefused, variableProblems } from "../graphql/input-problems.ts";

const replaced = new Set<ValidationRule>([
  KnownArgumentNamesRule,
  ProvidedRequiredArgumentsRule,
  ValuesOfCorrectTypeRule,
]);

/** Answers a bad value with the field that it stood in and what is allowed there, in literals and in variables. */
export function useInputErrors(): Plugin {
  return {
    onValidate({ validateFn, setValidationFn }) {
      setValidationFn((schema, document, rules: ValidationRule[] = [], ...rest: unknown[]) =>
        validateFn(schema, document, [...rules.filter((rule) => !replaced.has(rule)), inputRule], ...rest),
      );
    },
    onExecute({ args }) {
      return {
        onExecuteDone({ result, setResult }) {
          const { errors, ...rest } = result as ExecutionResult;
          const operation = getOperationAST(args.document, args.operationName);
          if (!errors || !operation) return;
          if (!rest.data && errors.some(isOfVariable)) {
            const explained = explain(args, operation);
            if (explained.length > 0) setResult({ errors: explained });
            return;
          }
          const place = { operation, document: args.document };
          setResult({ ...rest, errors: errors.map((error) => explainNull(error, place)) });
        },
      };
    },
  };
}

function isOfVariable({ nodes }: GraphQLError): boolean {
  return nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}

function explain(
  { schema, document, variableValues }: ExecutionArgs,
  operation: OperationDefinitionNode,
): GraphQLError[] {
  const errors = variableProblems({ schema, document, operation, variables: variableValues ?? {} });
  for (const error of errors) error.extensions["http"] = { status: 400, spec: true };
  return errors;
}

// A variable with a default may stand where null may not; that it was sent as null, validation can't see.
function explainNull(error: GraphQLError, place: Parameters<typeof nullRefused>[1]): GraphQLError {
  const node = error.nodes?.[0];
  if (node?.kind !== Kind.VARIABLE) return error;
  const { message, extensions } = nullRefused(node, place);
  return new GraphQLError(message, { nodes: node, path: error.path ?? null, extensions });
}
