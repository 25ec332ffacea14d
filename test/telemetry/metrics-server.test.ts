import { describe, expect, it } from "vitest";
import { startMetricsServer } from "../../src/telemetry/metrics-server.ts";
import { createMetrics } from "../../src/telemetry/metrics.ts";
import { request } from "../support/gateway/report-fixtures.ts";

const here = { host: "127.0.0.1", port: 0 };

describe("the server of the metrics", () => {
  it("answers them to GET and HEAD at /metrics, and nothing else", async () => {
    const metrics = createMetrics();
    await using server = await startMetricsServer({ ...here, metrics });
    metrics.onRequest(request());

    const response = await fetch(server.url);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toContain('imm_graphql_requests_total{type="query",outcome="ok"} 1\n');
    const head = await fetch(server.url, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect((await fetch(`${server.url}?x=1`)).status).toBe(200);
    expect((await fetch(server.url, { method: "POST", body: "x" })).status).toBe(405);
    expect((await fetch(new URL("/", server.url))).status).toBe(404);
    expect((await fetch(new URL("/metrics/", server.url))).status).toBe(404);
  });

  it("names a port that is in use, and its setting", async () => {
    const metrics = createMetrics();
    await using server = await startMetricsServer({ ...here, metrics });
    const port = Number(new URL(server.url).port);

    await expect(startMetricsServer({ ...here, port, metrics })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is in use: set IMM_METRICS_PORT or HOST to another; IMM_METRICS_PORT=0 picks one.`,
    );
  });

  it("leaves nothing behind that holds the process up, also where a reader keeps its connection", async () => {
    const before = process.getActiveResourcesInfo().toSorted();
    {
      const metrics = createMetrics();
      await using server = await startMetricsServer({ ...here, metrics });
      await (await fetch(server.url)).text();
    }
    await expect.poll(() => held(process.getActiveResourcesInfo().toSorted(), before)).toEqual([]);
  });
});

/** What is there that wasn't before. */
function held(now: string[], before: string[]): string[] {
  const rest = [...before];
  return now.filter((resource) => {
    const at = rest.indexOf(resource);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}
