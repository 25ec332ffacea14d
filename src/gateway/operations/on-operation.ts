import type { ExecutionArgs, ExecutionResult } from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";

/** Changes the result of an operation, or of each event of a subscription. */
export type OnResult = (result: ExecutionResult) => ExecutionResult;

/**
 * The hooks of a plugin that sees every operation before it runs, subscriptions too: `stop` answers it instead. What it
 * returns sees the result, or that of each event.
 */
export function onOperation(
  begin: (args: ExecutionArgs, stop: (result: ExecutionResult) => void) => OnResult | undefined,
): Required<Pick<Plugin, "onExecute" | "onSubscribe">> {
  return {
    onExecute({ args, setExecuteFn }) {
      const onResult = begin(args, (result) => setExecuteFn(() => result));
      if (!onResult) return undefined;
      return {
        onExecuteDone: ({ result, setResult }) => setResult(onResult(result as ExecutionResult)),
      };
    },
    onSubscribe({ args, setSubscribeFn }) {
      const onResult = begin(args, (result) => setSubscribeFn(() => result));
      if (!onResult) return undefined;
      return {
        onSubscribeResult({ result: first, setResult: setFirst }) {
          if (!isAsyncIterable(first)) {
            setFirst(onResult(first as ExecutionResult));
            return undefined;
          }
          return { onNext: ({ result, setResult }) => setResult(onResult(result as ExecutionResult)) };
        },
      };
    },
  };
}
