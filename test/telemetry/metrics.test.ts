import { describe, expect, it } from "vitest";
import { createMetrics } from "../../src/telemetry/metrics.ts";
import { call, request } from "../support/gateway/report-fixtures.ts";

/** The lines of some metrics that aren't 0. */
async function linesOf({ text }: { text(): Promise<string> }, ...names: string[]): Promise<string[]> {
  const lines = (await text()).split("\n");
  return lines.filter(
    (line) => names.some((name) => line.startsWith(`imm_graphql_${name}`)) && !line.endsWith(" 0"),
  );
}

describe("the metrics", () => {
  it("count requests by what they ran and how they ended, and each code and limit", async () => {
    const metrics = createMetrics();

    metrics.onRequest(request());
    metrics.onRequest(request({ failed: true, codes: ["NOT_FOUND", "FORBIDDEN"] }));
    metrics.onRequest(request({ left: true, failed: true }));
    const refused = { status: 429, operation: undefined, failed: true };
    metrics.onRequest(request({ ...refused, codes: ["THROTTLED"], limits: ["rate"] }));

    expect(await linesOf(metrics, "requests_total", "request_errors_total", "limits_hit_total")).toEqual([
      'imm_graphql_requests_total{type="query",outcome="ok"} 1',
      'imm_graphql_requests_total{type="query",outcome="error"} 1',
      'imm_graphql_requests_total{type="query",outcome="left"} 1',
      'imm_graphql_requests_total{type="none",outcome="error"} 1',
      'imm_graphql_request_errors_total{code="NOT_FOUND"} 1',
      'imm_graphql_request_errors_total{code="FORBIDDEN"} 1',
      'imm_graphql_request_errors_total{code="THROTTLED"} 1',
      'imm_graphql_limits_hit_total{limit="rate"} 1',
    ]);
  });

  it("tell a request that ran out of its deadline from one that was in time", async () => {
    const metrics = createMetrics();

    metrics.onRequest(request({ ms: 14_900 }));
    metrics.onRequest(request({ ms: 15_020 }));

    expect(await linesOf(metrics, "request_duration_seconds")).toEqual([
      'imm_graphql_request_duration_seconds_bucket{le="15",type="query"} 1',
      'imm_graphql_request_duration_seconds_bucket{le="20",type="query"} 2',
      'imm_graphql_request_duration_seconds_bucket{le="+Inf",type="query"} 2',
      'imm_graphql_request_duration_seconds_sum{type="query"} 29.92',
      'imm_graphql_request_duration_seconds_count{type="query"} 2',
    ]);
  });

  it("count what calls to IMM took: attempts, retries, throttling, waiting, and what was shared", async () => {
    const metrics = createMetrics();
    const calls = [
      call(),
      call({ outcome: "throttled", code: "Throttling.User", attempts: 3, throttled: 3, waitedMs: 1500 }),
      call({ shared: true, attempts: 0 }),
      call({ outcome: "paced", attempts: 0, status: undefined }),
    ];

    metrics.onRequest(request({ calls }));

    const counters = ["calls", "attempts", "retries", "throttled_attempts", "shared_calls"];
    expect(await linesOf(metrics, ...counters.map((name) => `imm_${name}_total`))).toEqual([
      'imm_graphql_imm_calls_total{action="GetDataset",outcome="ok"} 2',
      'imm_graphql_imm_calls_total{action="GetDataset",outcome="throttled"} 1',
      'imm_graphql_imm_calls_total{action="GetDataset",outcome="paced"} 1',
      'imm_graphql_imm_attempts_total{action="GetDataset"} 4',
      'imm_graphql_imm_retries_total{action="GetDataset"} 2',
      'imm_graphql_imm_throttled_attempts_total{action="GetDataset"} 3',
      'imm_graphql_imm_shared_calls_total{action="GetDataset"} 1',
    ]);
    expect(await linesOf(metrics, "imm_call_duration_seconds_count", "imm_pace_wait_seconds_count")).toEqual([
      'imm_graphql_imm_call_duration_seconds_count{action="GetDataset"} 4',
      "imm_graphql_imm_pace_wait_seconds_count 1",
    ]);
    expect(await linesOf(metrics, "imm_pace_wait_seconds_sum")).toEqual([
      "imm_graphql_imm_pace_wait_seconds_sum 1.5",
    ]);
  });

  it("show the state of the breaker, and count its openings", async () => {
    const metrics = createMetrics();
    const breaker = () => linesOf(metrics, "imm_breaker");

    expect(await breaker()).toEqual(['imm_graphql_imm_breaker_state{state="closed"} 1']);
    metrics.onBreaker("open");
    expect(await breaker()).toEqual([
      'imm_graphql_imm_breaker_state{state="open"} 1',
      "imm_graphql_imm_breaker_openings_total 1",
    ]);
    metrics.onBreaker("half-open");
    metrics.onBreaker("open");
    metrics.onBreaker("half-open");
    metrics.onBreaker("closed");
    expect(await breaker()).toEqual([
      'imm_graphql_imm_breaker_state{state="closed"} 1',
      "imm_graphql_imm_breaker_openings_total 2",
    ]);
  });

  it("count streams, those that are open too, and their calls at once", async () => {
    const metrics = createMetrics();
    const known = { startedAt: 0, ms: 1_000, caller: "ann", operation: "Photos", polls: 3, codes: [] };

    for (let begun = 0; begun < 3; begun += 1) metrics.onStream({ kind: "begin" });
    metrics.onStream({ kind: "call", call: call({ action: "BatchGetFileMeta" }) });
    metrics.onStream({ kind: "end", report: { ...known, end: "completed", events: 2 } });
    metrics.onStream({ kind: "end", report: { ...known, end: "left", events: 0 } });

    expect(await linesOf(metrics, "stream", "imm_calls_total")).toEqual([
      'imm_graphql_imm_calls_total{action="BatchGetFileMeta",outcome="ok"} 1',
      "imm_graphql_streams_open 1",
      'imm_graphql_streams_total{end="completed"} 1',
      'imm_graphql_streams_total{end="left"} 1',
      "imm_graphql_stream_events_total 2",
    ]);
    expect(await metrics.text()).not.toMatch(/Photos|ann\b/);
  });

  it("have no label that a caller could fill, and explain each of them", async () => {
    const metrics = createMetrics();
    metrics.onRequest(request({ calls: [call({ requestId: "R" })], codes: ["NOT_FOUND"], limits: ["cost"] }));

    const text = await metrics.text();

    expect(text).not.toMatch(/Photos|ann\b|atlas|photos|"R"/);
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!);
    for (const name of names) expect(text).toMatch(new RegExp(`^# HELP ${name} \\S+`, "m"));
    expect(names).toEqual(expect.arrayContaining(["nodejs_eventloop_lag_p99_seconds"]));
    expect(names.filter((name) => !/^(imm_graphql|nodejs|process)_/.test(name))).toEqual([]);
  });
});
