import { afterEach, describe, expect, it, vi } from "vitest";
import { startTraces } from "../../src/telemetry/traces.ts";
import { loggerTo } from "../support/gateway/gateway.ts";
import { call, request } from "../support/gateway/report-fixtures.ts";
import { startCollector, type Collector } from "../support/process/collector.ts";
import { closedPort } from "../support/upstream/upstream.ts";

afterEach(() => void vi.unstubAllEnvs());

/** Traces these requests, and is gone when all are sent. */
async function trace(
  requests: Parameters<ReturnType<typeof startTraces>["onRequest"]>[0][],
  { flushMs, ...settings }: { flushMs?: number } & Record<`OTEL_${string}`, string>,
): Promise<string[]> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const log: string[] = [];
  await using traces = startTraces({ logger: loggerTo(log), ...(flushMs !== undefined && { flushMs }) });
  for (const one of requests) traces.onRequest(one);
  return log;
}

const to = ({ url }: Collector) => ({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
const startedAt = request().startedAt;

describe("the traces", () => {
  it("show a request, its operation and its calls to IMM, each inside the one that caused it", async () => {
    await using collector = await startCollector();
    const calls = [
      call({ attempts: 2, throttled: 1, waitedMs: 3 }),
      call({
        action: "ListDatasets",
        outcome: "refused",
        code: "ResourceNotFound",
        status: 404,
        shared: true,
      }),
    ];

    await trace([request({ calls, codes: ["NOT_FOUND"] })], to(collector));

    const [inRequest, inOperation, ...inCalls] = collector.spans;
    expect(collector.spans).toEqual([
      {
        traceId: inRequest!.traceId,
        spanId: inRequest!.spanId,
        parentSpanId: "",
        traceState: "",
        name: "HTTP /graphql",
        kind: "SERVER",
        start: startedAt,
        end: startedAt + 40,
        attributes: {
          "http.route": "/graphql",
          "http.response.status_code": 200,
          "imm_graphql.error_codes": ["NOT_FOUND"],
          "imm_graphql.limits": [],
          "imm_graphql.cost": 52,
        },
        isError: false,
      },
      {
        traceId: inRequest!.traceId,
        spanId: inOperation!.spanId,
        parentSpanId: inRequest!.spanId,
        traceState: "",
        name: "query Photos",
        kind: "INTERNAL",
        start: startedAt + 5,
        end: startedAt + 35,
        attributes: {
          "graphql.operation.type": "query",
          "graphql.operation.name": "Photos",
          "error.type": "NOT_FOUND",
        },
        isError: true,
      },
      {
        traceId: inRequest!.traceId,
        spanId: inCalls[0]!.spanId,
        parentSpanId: inOperation!.spanId,
        traceState: "",
        name: "IMM GetDataset",
        kind: "CLIENT",
        start: startedAt + 10,
        end: startedAt + 30,
        attributes: {
          "rpc.system.name": "alibaba_cloud",
          "rpc.method": "imm/GetDataset",
          "http.response.status_code": 200,
          "imm.request_id": "6D74B3A9-5AC0-49F9-914D-E01589D3****",
          "imm.outcome": "ok",
          "imm.attempts": 2,
          "imm.throttled": 1,
          "imm.waited_ms": 3,
          "imm.shared": false,
        },
        isError: false,
      },
      {
        traceId: inRequest!.traceId,
        spanId: inCalls[1]!.spanId,
        parentSpanId: inOperation!.spanId,
        traceState: "",
        name: "IMM ListDatasets",
        kind: "CLIENT",
        start: startedAt + 10,
        end: startedAt + 30,
        attributes: {
          "rpc.system.name": "alibaba_cloud",
          "rpc.method": "imm/ListDatasets",
          "rpc.response.status_code": "ResourceNotFound",
          "http.response.status_code": 404,
          "imm.request_id": "6D74B3A9-5AC0-49F9-914D-E01589D3****",
          "imm.outcome": "refused",
          "imm.attempts": 1,
          "imm.throttled": 0,
          "imm.waited_ms": 0,
          "imm.shared": true,
          "error.type": "ResourceNotFound",
        },
        isError: true,
      },
    ]);
  });

  it("say nothing of parameters and callers", async () => {
    await using collector = await startCollector();

    await trace([request({ calls: [call()] })], to(collector));

    expect(collector.spans).toHaveLength(3);
    for (const secret of ["atlas", "photos", "ProjectName", "ann"]) {
      expect(collector.bytes.includes(secret)).toBe(false);
    }
  });

  it("keep the calls of what ran nothing under their request, and mark the server's own faults", async () => {
    await using collector = await startCollector();

    await trace(
      [request({ operation: undefined, status: 503, cost: undefined, calls: [call()] })],
      to(collector),
    );

    const [outer, inner] = collector.spans;
    expect(outer).toMatchObject({ attributes: { "error.type": "503" }, isError: true });
    expect(inner).toMatchObject({ name: "IMM GetDataset", parentSpanId: outer!.spanId });
  });

  it("go on with the trace that a request came with, unless that isn't kept", async () => {
    await using collector = await startCollector();
    const [traceId, parent] = ["0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"];
    const from = (flags: string) => `00-${traceId}-${parent}-${flags}`;

    await trace(
      [
        request({ traceparent: from("01"), tracestate: "shop=1", calls: [call()] }),
        request({ traceparent: from("00"), calls: [call()] }),
        request({ traceparent: "nonsense" }),
      ],
      to(collector),
    );

    expect(collector.spans).toHaveLength(5);
    const kept = collector.spans.slice(0, 3);
    expect(kept.map((span) => [span.traceId, span.traceState])).toEqual(
      Array.from({ length: 3 }, () => [traceId, "shop=1"]),
    );
    expect(kept[0]!.parentSpanId).toBe(parent);
    expect(collector.spans[3]).toMatchObject({ name: "HTTP /graphql", parentSpanId: "" });
    expect(collector.spans[3]!.traceId).not.toBe(traceId);
  });

  it("take OpenTelemetry's own settings", async () => {
    await using collector = await startCollector();

    await trace([request()], to(collector));
    expect(collector.resource).toMatchObject({ "service.name": "imm-graphql" });

    await trace([request()], {
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1",
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${collector.url}/v1/traces`,
      OTEL_EXPORTER_OTLP_HEADERS: "x-key=abc",
      OTEL_SERVICE_NAME: "media",
      OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
    });
    expect(collector.headers[1]).toMatchObject({ "x-key": "abc", "content-type": "application/x-protobuf" });
    expect(collector.resource).toMatchObject({
      "service.name": "media",
      "deployment.environment.name": "test",
    });

    await trace([request()], { ...to(collector), OTEL_TRACES_SAMPLER: "always_off" });
    expect(collector.headers).toHaveLength(2);
  });
});

describe("a collector of traces", () => {
  const lost = "traces: The gateway stops, and what the collector hasn't taken is lost.";
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

  it("leaves nothing open once the traces are disposed of", async () => {
    await using collector = await startCollector();
    const before = timers();

    expect(await trace([request()], to(collector))).toEqual([]);

    // The runner may have ended one of its own.
    expect(timers()).toBeLessThanOrEqual(before);
    await expect.poll(() => collector.open).toBe(0);
  });

  it("that never answers holds up the stop no longer than it may, and is cut off", async () => {
    await using collector = await startCollector(() => {});
    const before = timers();

    const log = await trace([request()], { ...to(collector), flushMs: 50 });

    expect(collector.spans).toHaveLength(2);
    await expect.poll(timers).toBeLessThanOrEqual(before);
    await expect.poll(() => collector.open).toBe(0);
    expect(log).toEqual([lost]);
  });

  it("that is gone disturbs nobody, and holds up the stop no longer than it may", async () => {
    const before = timers();
    const log = await trace([request()], { OTEL_EXPORTER_OTLP_ENDPOINT: await closedPort(), flushMs: 50 });

    expect(log).toEqual([lost]);
    // The exporter has no way to end a wait for its next attempt: the attempt itself is then refused.
    await expect.poll(timers).toBeLessThanOrEqual(before);
  });

  it("that refuses is told of once a minute, without a password or what it answered", async () => {
    await using collector = await startCollector((response) =>
      response.writeHead(401).end("the key was abc"),
    );
    const url = collector.url.replace("//", "//me:hunter2@");
    vi.stubEnv("OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "2");

    const log = await trace(
      Array.from({ length: 4 }, () => request()),
      { OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_HEADERS: "x-key=abc" },
    );

    expect(collector.headers.length).toBeGreaterThan(1);
    expect(log).toEqual(["traces: Unauthorized"]);
  });
});
