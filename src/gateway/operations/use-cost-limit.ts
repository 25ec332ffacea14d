import {
  getOperationAST,
  getVariableValues,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import type { ExecuteArgs } from "../../execution/execute.ts";
import { costOf, sharesOf, type Priced } from "../../graphql/cost/cost.ts";
import type { Share } from "../../graphql/cost/shares.ts";
import { operationTooLarge } from "../../graphql/cost/operation-too-large.ts";
import { draftOf } from "../reports/request-draft.ts";
import type { ServerContext } from "../server-context.ts";
import { onOperation } from "./on-operation.ts";

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

/** What an operation cost the last time, with these values of the variables that were asked for. */
interface KnownCost {
  readonly cost: number;
  readonly variables: ReadonlyMap<PropertyKey, unknown>;
}

class PricedOperation implements Priced {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly #args: ExecutionArgs;
  /** Its variables, if anybody has asked for them. */
  read: ReturnType<typeof variablesOf> | undefined;
  /** The values of those that decide what it costs. */
  readonly asked = new Map<PropertyKey, unknown>();

  constructor(args: ExecutionArgs, operation: OperationDefinitionNode) {
    this.schema = args.schema;
    this.document = args.document;
    this.operation = operation;
    this.#args = args;
  }
  readVariables() {
    return (this.read ??= variablesOf(this.#args, this.operation));
  }
  get variableValues() {
    const { asked } = this;
    const ask = (values: Record<string, unknown>, name: PropertyKey) => {
      const value: unknown = Reflect.get(values, name);
      asked.set(name, value);
      return value;
    };
    return new Proxy(this.readVariables().coerced ?? {}, {
      get: ask,
      getOwnPropertyDescriptor(values, name) {
        ask(values, name);
        return Reflect.getOwnPropertyDescriptor(values, name);
      },
    });
  }
  costsTheSame({ variables }: KnownCost): boolean {
    if (variables.size === 0) return true;
    const values = this.readVariables().coerced ?? {};
    return [...variables].every(([name, value]) => countsAsMuch(values[name as string], value));
  }
}

/** Whether two values cost the same. Of texts none is counted; of a list or an object it may be any part. */
function countsAsMuch(one: unknown, other: unknown): boolean {
  if (typeof one === "string" && typeof other === "string") return true;
  return one === other && Object(one) !== one;
}

function variablesOf({ schema, variableValues }: ExecutionArgs, operation: OperationDefinitionNode) {
  const definitions = operation.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, variableValues ?? {}, {
    maxErrors: 50,
    hideSuggestions: true,
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
