import {
  getOperationAST,
  KnownArgumentNamesRule,
  Kind,
  ProvidedRequiredArgumentsRule,
  ValuesOfCorrectTypeRule,
  type ExecutionArgs,
  type GraphQLError,
  type ValidationRule,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { inputRule, variableProblems } from "../graphql/input-problems.ts";

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
          if (!("errors" in result) || result.data || !result.errors?.some(isOfVariable)) return;
          const explained = explain(args);
          if (explained.length > 0) setResult({ errors: explained });
        },
      };
    },
  };
}

function isOfVariable({ nodes }: GraphQLError): boolean {
  return nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION;
}

function explain({ schema, document, operationName, variableValues }: ExecutionArgs): GraphQLError[] {
  const operation = getOperationAST(document, operationName);
  if (!operation) return [];
  const errors = variableProblems({ schema, document, operation, variables: variableValues ?? {} });
  for (const error of errors) error.extensions["http"] = { status: 400, spec: true };
  return errors;
}
