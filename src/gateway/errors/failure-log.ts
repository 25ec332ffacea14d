import { ImmError } from "../../imm/error.ts";
import { truncate } from "../../text/truncate.ts";
import type { Logger } from "../logger.ts";
import { codeOf } from "./error-codes.ts";

/**
 * Logs a request's failures that IMM or the gateway caused, one line for each kind, so that an outage doesn't flood the
 * log.
 */
export function failureLog(logger: Logger): (failures: readonly ImmError[]) => void {
  return (failures) => {
    const kinds = new Map<string, ImmError[]>();
    for (const failure of failures.filter(isToBeLogged)) {
      const kind = kindOf(failure);
      kinds.set(kind, [...(kinds.get(kind) ?? []), failure]);
    }
    for (const [first, ...others] of kinds.values()) {
      if (first) logger.error({ ...toLogFields(first), times: others.length + 1 }, `${first.action} failed.`);
    }
  };
}

// For an open breaker the log has one line, when it opened.
function isToBeLogged(error: ImmError): boolean {
  return codeOf(error).startsWith("UPSTREAM_") && error.failure !== "open";
}

function kindOf(error: ImmError): string {
  const { action, code, failure, lost } = error;
  return JSON.stringify([action, code, failure, lost, codeOf(error), reasonOf(error)]);
}

// Without IMM's message, which may quote parameters, and its link, which has some: only the caller gets those.
function toLogFields(error: ImmError) {
  const { failure, lost, action, httpStatus, code, requestId } = error;
  return {
    ...{ code: codeOf(error), failure, reason: reasonOf(error), lost },
    imm: { action, code: code && truncate(code), httpStatus, requestId: requestId && truncate(requestId) },
  };
}

/**
 * What ended the call: an error of the network, such as ECONNRESET, a deadline, a stop, or why there are no
 * credentials; for a write that couldn't be reconciled, what ended its first attempt.
 */
function reasonOf({ cause, endedBy, reason }: ImmError): unknown {
  if (cause instanceof ImmError) return reasonOf(cause);
  return endedBy ?? reason ?? (cause as { code?: unknown } | undefined)?.code;
}
