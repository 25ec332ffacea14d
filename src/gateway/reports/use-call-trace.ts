import type { ExecutionArgs, ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { CallReport } from "../../imm/transport.ts";
import { onOperation } from "../operations/on-operation.ts";

/** A request's context, with the calls that it has caused so far if it asked for them. */
export interface Traced {
  readonly calls?: CallReport[] | undefined;
}

/** Whether a request asks for the calls to IMM that it causes. */
export function asksForCalls(request: Request): boolean {
  return request.headers.get("x-imm-trace-calls") === "1";
}

/** Adds the calls of a request to its response, as `extensions.imm.calls`, in the order in which they were made. */
export function useCallTrace(): Plugin {
  return onOperation(({ contextValue }: ExecutionArgs) => (result) => {
    const { calls } = contextValue as Traced;
    // An event of a stream has its own already.
    return calls && !result.extensions?.["imm"] ? withCalls(result, calls) : result;
  });
}

/** A result with the calls that it took. */
export function withCalls(
  { extensions, ...rest }: ExecutionResult,
  calls: readonly CallReport[],
): ExecutionResult {
  const inOrder = calls.toSorted((one, other) => one.number - other.number).map(toCallTrace);
  return { ...rest, extensions: { ...extensions, imm: { calls: inOrder } } };
}

function toCallTrace({ action, params, status, ms, attempts, shared, requestId }: CallReport) {
  return {
    ...{ action, params, status: status ?? null, ms, attempts },
    ...(shared && { shared }),
    requestId: requestId ?? null,
  };
}
