import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { listen } from "../network/listen.ts";
import type { Metrics } from "./metrics.ts";

/** Metrics that can be read. */
export interface MetricsServer extends AsyncDisposable {
  /** Where: `http://127.0.0.1:9464/metrics`. */
  readonly url: string;
}

/**
 * Answers `/metrics` on a port of its own; 0 picks one. Disposed of, it answers nobody any more.
 *
 * @throws Error where the port can't be had.
 */
export async function startMetricsServer({
  host,
  port,
  metrics,
}: {
  host: string;
  port: number;
  metrics: Metrics;
}): Promise<MetricsServer> {
  const respond: RequestListener = async ({ method, url = "" }, response) => {
    if (url.split("?")[0] !== "/metrics") return response.writeHead(404).end();
    if (method !== "GET" && method !== "HEAD") return response.writeHead(405, { allow: "GET, HEAD" }).end();
    const text = await metrics.text();
    return response
      .writeHead(200, {
        "content-type": metrics.contentType,
        "content-length": Buffer.byteLength(text),
        "cache-control": "no-store",
      })
      .end(method === "GET" ? text : undefined);
  };
  const server = createServer((request, response) => {
    Promise.resolve(respond(request, response)).catch(() => response.destroy());
  });
  const origin = await listen(server, { host, port, setting: "IMM_METRICS_PORT" });

  return {
    url: `${origin}/metrics`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
