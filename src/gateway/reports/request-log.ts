import type { CallReport } from "../../imm/transport.ts";
import { truncate } from "../../text/truncate.ts";
import type { Logger } from "../logger.ts";
import type { OnRequest, RequestReport } from "./request-report.ts";

const maxRequestIds = 20;

/** Logs each request as one line. Nothing that a request brought is in it but the names of its caller and operation. */
export function requestLog(logger: Logger): OnRequest {
  return (report) => logger.info(lineOf(report), "request");
}

// Empty fields are left out.
function lineOf({ operation, caller, ms, status, left, cost, calls, codes, limits }: RequestReport) {
  return {
    operation: operation?.name && truncate(operation.name),
    type: operation?.type,
    caller: caller && truncate(caller),
    status,
    left: left || undefined,
    ms: Math.round(ms),
    cost,
    ...(calls.length > 0 && sumOf(calls)),
    codes: codes.length > 0 ? codes : undefined,
    limits: limits.length > 0 ? limits : undefined,
  };
}

function sumOf(calls: readonly CallReport[]) {
  // Coalesced calls share an id.
  const requestIds = [...new Set(calls.flatMap(({ requestId }) => (requestId ? [truncate(requestId)] : [])))];
  const failed = calls.filter(({ outcome }) => outcome !== "ok");
  return {
    calls: counted(calls.map(({ action }) => action)),
    attempts: sum(calls.map(({ attempts }) => attempts)),
    failed: failed.length > 0 ? counted(failed.map(({ outcome }) => outcome)) : undefined,
    throttled: sum(calls.map(({ throttled }) => throttled)) || undefined,
    shared: calls.filter(({ shared }) => shared).length || undefined,
    waitedMs: Math.round(sum(calls.map(({ waitedMs }) => waitedMs))) || undefined,
    requestIds: requestIds.length > 0 ? requestIds.slice(0, maxRequestIds) : undefined,
    moreRequestIds: Math.max(0, requestIds.length - maxRequestIds) || undefined,
  };
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
