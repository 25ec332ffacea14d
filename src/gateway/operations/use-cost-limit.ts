import {
  getOperationAST,
  getVariableValues,
  type ExecutionArgs,
  type ExecutionResult,
  type OperationDefinitionNode,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { costOf, sharesOf, type Priced, type Share } from "../../graphql/cost/cost.ts";
import { operationTooLarge } from "../../graphql/cost/operation-too-large.ts";
import type { ServerContext } from "../server-context.ts";
import { draftOf } from "../reports/request-draft.ts";

/**
 * Refuses an operation that may cost too much before it runs, and tells the cost in `extensions.cost` where a request
 * asks for it by `x-imm-cost: 1`.
 */
export function useCostLimit(allowed: number): Plugin {
  // The prices that hang on no variable.
  const known = new WeakMap<OperationDefinitionNode, number>();

  return {
    onExecute({ args, setExecuteFn }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (!operation) return;
      const { schema, document } = args;
      let variables: ReturnType<typeof variablesOf> | undefined;
      const readVariables = () => (variables ??= variablesOf(args, operation));
      const priced: Priced = {
        schema,
        document,
        operation,
        get variableValues() {
          return readVariables().coerced ?? {};
        },
      };
      let asked = known.get(operation);
      if (asked === undefined) {
        asked = costOf(priced);
        if (!variables) known.set(operation, asked);
      }
      // A bad value is told before a price.
      if (asked > allowed) readVariables();
      // What can't be priced isn't run. A variable that no price hangs on is the executor's to refuse.
      const errors = variables?.errors;
      if (errors) return setExecuteFn(() => ({ errors }));

      const cost = Math.min(asked, Number.MAX_SAFE_INTEGER);
      draftOf(args.contextValue as ServerContext).cost = cost;
      if (asked > allowed) {
        const shares = sharesOf(priced).slice(0, 2);
        const error = operationTooLarge({
          limit: "cost",
          asked,
          allowed,
          message: `An operation may cost ${allowed}. Dearest here: ${shares.map(told).join(" and ")}. Or split it into several requests.`,
          extensions: { dearest: shares.map(({ page, ...share }) => ({ ...share, ...page })) },
          http: { status: 400, spec: true },
        });
        setExecuteFn(() => ({ errors: [error] }));
      }
      if (!asksForCost(args)) return;
      return {
        onExecuteDone({ result, setResult }) {
          const { extensions, ...rest } = result as ExecutionResult;
          setResult({ ...rest, extensions: { ...extensions, cost: { asked: cost, allowed } } });
        },
      };
    },
  };
}

function variablesOf({ schema, variableValues }: ExecutionArgs, operation: OperationDefinitionNode) {
  const definitions = operation.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, variableValues ?? {}, {
    maxErrors: 50,
    hideSuggestions: true,
  });
}

function told({ coordinate, cost, page }: Share): string {
  const price = `\`${coordinate}\` costs ${Math.min(cost, Number.MAX_SAFE_INTEGER)}`;
  if (!page) return price;
  const { argument, field, asked } = page;
  return `${price} (lower \`${argument}\` of \`${field}\`, ${asked} here)`;
}

function asksForCost({ contextValue }: ExecutionArgs): boolean {
  const { request } = contextValue as { request: Request };
  return request.headers.get("x-imm-cost") === "1";
}
