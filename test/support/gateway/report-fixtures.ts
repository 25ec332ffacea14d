import type { RequestReport } from "../../../src/gateway/reports/request-report.ts";
import type { CallReport } from "../../../src/imm/transport.ts";

const startedAt = Date.UTC(2026, 0, 1);

/** The report of a request that ran the query `Photos` without a call, but for the overrides. */
export function request(overrides: Partial<RequestReport> = {}): RequestReport {
  return {
    startedAt,
    ms: 40,
    status: 200,
    left: false,
    failed: false,
    caller: "ann",
    operation: { name: "Photos", type: "query", startedAt: startedAt + 5, ms: 30 },
    cost: 52,
    calls: [],
    codes: [],
    limits: [],
    traceparent: undefined,
    tracestate: undefined,
    ...overrides,
  };
}

/** The report of a GetDataset that IMM answered at once, but for the overrides. */
export function call(overrides: Partial<CallReport> = {}): CallReport {
  return {
    action: "GetDataset",
    params: { ProjectName: "atlas", DatasetName: "photos" },
    outcome: "ok",
    code: undefined,
    status: 200,
    number: 1,
    startedAt: startedAt + 10,
    ms: 20,
    requestId: "6D74B3A9-5AC0-49F9-914D-E01589D3****",
    attempts: 1,
    throttled: 0,
    waitedMs: 0,
    shared: false,
    ...overrides,
  };
}
