import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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
  const server = createServer(async ({ method, url = "" }, response) => {
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
  });
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason = code === "EADDRINUSE" ? "is in use" : `can't be listened on (${code})`;
    throw new Error(
      `Port ${port} of ${host} ${reason}: set IMM_METRICS_PORT or HOST to another; IMM_METRICS_PORT=0 picks one.`,
      { cause },
    );
  }
  const { family, address, port: listening } = server.address() as AddressInfo;

  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${listening}/metrics`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
