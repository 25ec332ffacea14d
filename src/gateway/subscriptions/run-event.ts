import type { CallReport } from "../../imm/transport.ts";
import { withCalls } from "../reports/use-call-trace.ts";
import type { contextFactory } from "../request-context.ts";
import type { RunEvent } from "./subscribe.ts";

/** Runs events, each with a context of its own, and adds the calls that it made if its request asks for them. */
export function runEvents(
  contextFor: ReturnType<typeof contextFactory>,
  onCall: (call: CallReport) => void,
): RunEvent {
  return async (request, signal, executeWith) => {
    const calls: CallReport[] = [];
    const disconnect = {
      get hasDisconnected() {
        return signal.aborted;
      },
      get reason() {
        return signal.reason;
      },
      signal,
    };
    const context = contextFor(request, { calls, disconnect, onCall });
    const result = await executeWith(context);
    return context.calls ? withCalls(result, calls) : result;
  };
}
