import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { startCollector } from "../support/process/collector.ts";
import { cloudAt, startProcess, type RunningProcess } from "../support/process/process.ts";
import { startUpstream } from "../support/upstream/upstream.ts";

const createProject =
  'mutation Create { createProject(input: { projectName: "atlas", description: "hunter2" }) { requestId } }';

const reporter = fileURLToPath(new URL("../support/process/loaded-packages.cjs", import.meta.url));

/** The packages of OpenTelemetry and Prometheus that a process with these settings has loaded by its end. */
async function loadedWith(settings: Record<string, string>): Promise<string[]> {
  await using folder = await temporaryFolder();
  await using app = await startProcess({
    ...settings,
    IMM_LOCAL_DIR: folder.path,
    // Quoted: the folder may have a space in its name.
    NODE_OPTIONS: `--require ${JSON.stringify(reporter)}`,
  });
  await app.send(createProject);
  app.kill("SIGTERM");
  await app.exited;
  const [packages = []] = app.log.flatMap(({ msg }) =>
    msg.startsWith("loaded ") ? [msg.slice("loaded ".length).split(" ")] : [],
  );
  // It tells of what it loads at all, beside its bundle.
  expect(packages).toContain("@photostructure/sqlite");
  return packages.filter((name) => /^(@opentelemetry\/|prom-client)/.test(name)).toSorted();
}

/** Where a process has said that its metrics are. */
const metricsOf = ({ log }: RunningProcess) =>
  log
    .map(({ msg }) => /^metrics: for whoever can reach (\S+) \(IMM_METRICS_PORT\)$/.exec(msg)?.[1])
    .find(Boolean)!;

describe("the process that is watched", () => {
  it("tells its metrics at a port of their own, and where that is", async () => {
    await using folder = await temporaryFolder();
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path, IMM_METRICS_PORT: "0" });

    await app.send(createProject);
    await app.send(createProject);
    const text = await (await fetch(metricsOf(app))).text();

    expect(app.stdout.trim().split("\n")).toHaveLength(2);
    for (const line of [
      'imm_graphql_requests_total{type="mutation",outcome="ok"} 1',
      'imm_graphql_requests_total{type="mutation",outcome="error"} 1',
      'imm_graphql_request_errors_total{code="CONFLICT"} 1',
      'imm_graphql_imm_calls_total{action="CreateProject",outcome="ok"} 1',
      'imm_graphql_imm_calls_total{action="CreateProject",outcome="refused"} 1',
      'imm_graphql_imm_breaker_state{state="closed"} 1',
    ]) {
      expect(text.split("\n")).toContain(line);
    }
    expect((await fetch(new URL("/metrics", app.url))).status).toBe(404);
  });

  it("tells of the breaker, in its log and its metrics", async () => {
    await using upstream = await startUpstream(
      (_request, response) => void response.writeHead(503, { connection: "close" }).end(),
    );
    await using app = await startProcess({
      ...cloudAt(upstream.url),
      IMM_METRICS_PORT: "0",
    });

    for (let count = 0; count < 12; count += 1) await app.send('{ project(projectName: "atlas") { id } }');
    const text = await (await fetch(metricsOf(app))).text();

    expect(text.split("\n")).toContain('imm_graphql_imm_breaker_state{state="open"} 1');
    expect(text.split("\n")).toContain("imm_graphql_imm_breaker_openings_total 1");
    expect(app.log.filter(({ msg }) => msg.includes("circuit breaker"))).toMatchObject([
      { level: 40, msg: "IMM fails: its circuit breaker opens" },
    ]);
  });

  it("sends the traces that it holds when it stops, and nothing secret in them", async () => {
    await using collector = await startCollector();
    await using folder = await temporaryFolder();
    await using app = await startProcess({
      IMM_LOCAL_DIR: folder.path,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_EXPORTER: "otlp,console",
    });
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    await app.send(createProject, { unused: "hunter2" }, { traceparent, authorization: "Bearer hunter2" });
    app.kill("SIGTERM");

    expect(await app.exited).toBe(0);
    const [inRequest, inOperation, inCall] = collector.spans;
    expect(collector.spans.map(({ name, kind, parentSpanId }) => [name, kind, parentSpanId])).toEqual([
      ["HTTP /graphql", "SERVER", "b7ad6b7169203331"],
      ["mutation Create", "INTERNAL", inRequest!.spanId],
      ["IMM CreateProject", "CLIENT", inOperation!.spanId],
    ]);
    expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(
      new Set(["0af7651916cd43dd8448eb211c80319c"]),
    );
    expect(inCall!.attributes["imm.request_id"]).toMatch(/^[\dA-F-]{36}$/);
    // Two clocks measure: one when a thing began, to the millisecond, and one how long it took.
    for (const [inner, outer] of [
      [inCall!, inOperation!],
      [inOperation!, inRequest!],
    ]) {
      expect(inner!.start).toBeGreaterThanOrEqual(outer!.start);
      expect(inner!.end).toBeLessThanOrEqual(outer!.end + 1);
    }
    expect(app.log.filter(({ level }) => level > 30).map(({ msg }) => msg)).toEqual([
      'OTEL_TRACES_EXPORTER: "console" is left out: the gateway exports traces by otlp alone.',
    ]);
    expect(collector.bytes.includes("Create")).toBe(true);
    for (const secret of ["hunter2", "local-secret", "atlas", "anonymous"]) {
      expect(collector.bytes.includes(secret)).toBe(false);
    }
  });

  it("stops in time also where the collector never answers", async () => {
    await using collector = await startCollector(() => {});
    await using folder = await temporaryFolder();
    await using app = await startProcess({
      IMM_LOCAL_DIR: folder.path,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });

    await app.send(createProject);
    app.kill("SIGTERM");

    expect(await Promise.race([app.exited, setTimeout(8_000, "late")])).toBe(0);
    expect(collector.spans).toHaveLength(3);
    expect(app.log.filter(({ level }) => level > 30)).toMatchObject([
      { level: 40, msg: "traces: The gateway stops, and what the collector hasn't taken is lost." },
    ]);
  });

  it("loads nothing of OpenTelemetry and Prometheus unless asked", async () => {
    await using collector = await startCollector();

    expect(await loadedWith({})).toEqual([]);
    // What counts for Prometheus brings OpenTelemetry's interface along, and nothing that traces.
    expect(await loadedWith({ IMM_METRICS_PORT: "0" })).toEqual(["@opentelemetry/api", "prom-client"]);
    expect(await loadedWith({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url })).toEqual(
      expect.arrayContaining(["@opentelemetry/sdk-trace", "@opentelemetry/exporter-trace-otlp-proto"]),
    );
  });
});

describe("a start that can't be watched", () => {
  it("names the port of the metrics that is in use", async () => {
    await using folder = await temporaryFolder();
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
    const port = new URL(app.url).port;
    await using other = await temporaryFolder();
    await using failing = await startProcess({ IMM_LOCAL_DIR: other.path, IMM_METRICS_PORT: port });

    expect(await failing.exited).toBe(1);
    expect(failing.stderr.trimEnd()).toBe(
      `Port ${port} of 127.0.0.1 is in use: set IMM_METRICS_PORT or HOST to another; IMM_METRICS_PORT=0 picks one.`,
    );
    expect(failing.stdout).toBe("");
  });
});
