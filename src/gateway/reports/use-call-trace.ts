import type { ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { CallReport } from "../../imm/transport.ts";

/** A request's context, with the calls that it has caused so far if it asked for them. */
export interface Traced {
  readonly calls?: CallReport[] | undefined;
}

/** Whether a request asks for the calls to IMM that it causes. */
export function asksForCalls(request: Request): boolean {
  return request.headers.get("x-imm-trace-calls") === "1";
}

/** Adds the calls of a request to its response, as `extensions.imm.calls`, in the order in which they were made. */
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
