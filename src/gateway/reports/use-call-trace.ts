import type { ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { CallReport } from "../../imm/transport.ts";

/** A request's context, with the calls that it has caused so far where it asked to be told. */
export interface Traced {
  readonly calls?: CallReport[] | undefined;
}

/** Whether a request wants to be told of the calls to IMM that it causes. */
export function asksForCalls(request: Request): boolean {
  return request.headers.get("x-imm-trace-calls") === "1";
}

/** Adds to an answer, as `extensions.imm.calls`, the calls that were kept for it, in the order in which they were made. */
export function useCallTrace(): Plugin<Traced> {
  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        const { calls } = args.contextValue;
        if (!calls) return;
        const inOrder = calls.toSorted((one, other) => one.number - other.number).map(toCallTrace);
        const { extensions, ...rest } = result as ExecutionResult;
        setResult({ ...rest, extensions: { ...extensions, imm: { calls: inOrder } } });
      },
    }),
  };
}

function toCallTrace({ action, params, status, ms, attempts, shared, requestId }: CallReport) {
  return {
    ...{ action, params, status: status ?? null, ms, attempts },
    ...(shared && { shared }),
    requestId: requestId ?? null,
  };
}
