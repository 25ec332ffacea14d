import { getOperationAST, type ExecutionArgs, type OperationDefinitionNode } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { ExecuteArgs } from "../../execution/execute.ts";
import { costOf, sharesOf } from "../../graphql/cost/cost.ts";
import type { Share } from "../../graphql/cost/shares.ts";
import { operationTooLarge } from "../../graphql/cost/operation-too-large.ts";
import { draftOf } from "../reports/request-draft.ts";
import type { ServerContext } from "../server-context.ts";
import { onOperation } from "./on-operation.ts";
import { PricedOperation, type KnownCost } from "./priced-operation.ts";

/**
 * Rejects an operation that may cost too much before it runs, and returns the cost in `extensions.cost` if the request
 * asks for it by `x-imm-cost: 1`.
 */
export function useCostLimit(allowed: number): Plugin {
  const known = new WeakMap<OperationDefinitionNode, KnownCost>();

  return onOperation((args, stop) => {
    const operation = getOperationAST(args.document, args.operationName);
    if (!operation) return undefined;
    const priced = new PricedOperation(args, operation);
    const last = known.get(operation);
    let requested = last && priced.costsTheSame(last) ? last.cost : undefined;
    if (requested === undefined) {
      requested = costOf(priced);
      known.set(operation, { cost: requested, variables: priced.asked });
    }
    // Invalid variables are reported before the cost.
    if (requested > allowed) priced.readVariables();
    // An operation whose cost can't be computed isn't run; variables that don't affect it are left to the executor.
    const errors = priced.read?.errors;
    if (errors) {
      stop({ errors });
      return undefined;
    }

    // Both coerce alike.
    (args as ExecuteArgs).coercedVariableValues = priced.read?.coerced;

    const cost = safe(requested);
    draftOf(args.contextValue as ServerContext).cost = cost;
    if (requested > allowed) {
      const shares = sharesOf(priced).slice(0, 2);
      const error = operationTooLarge({
        limit: "cost",
        requested,
        allowed,
        message: `An operation may cost ${allowed}. Most expensive: ${shares.map(describeShare).join(" and ")}. Or split it into several requests.`,
        extensions: {
          mostExpensive: shares.map(toExtension),
        },
        http: { status: 400, spec: true },
      });
      stop({ errors: [error] });
    }
    if (!asksForCost(args)) return undefined;
    return ({ extensions, ...rest }) => ({
      ...rest,
      extensions: { ...extensions, cost: { asked: cost, allowed } },
    });
  });
}

function toExtension({ coordinate, cost, page }: Share) {
  return { coordinate, cost: safe(cost), ...page };
}

function describeShare({ coordinate, cost, page }: Share): string {
  const price = `\`${coordinate}\` costs ${safe(cost)}`;
  if (!page) return price;
  const { argument, field, value } = page;
  return `${price} (lower \`${argument}\` of \`${field}\`, ${value} here)`;
}

/** JSON has no number for what doubles often enough. */
function safe(cost: number): number {
  return Math.min(cost, Number.MAX_SAFE_INTEGER);
}

function asksForCost({ contextValue }: ExecutionArgs): boolean {
  const { request } = contextValue as { request: Request };
  return request.headers.get("x-imm-cost") === "1";
}
