import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Answers a probe: `/livez`, whether the process lives, and `/readyz`, whether it takes requests, or why not. A probe
 * needs no authentication, and may have any host and query. Returns false if the request isn't a probe.
 */
export function answerProbe(
  { url = "", method = "" }: IncomingMessage,
  response: ServerResponse,
  { notReady }: { notReady: () => string | undefined },
): boolean {
  const [, probe] = /^\/(livez|readyz)\/?(?:\?|$)/.exec(url) ?? [];
  if (probe === undefined) return false;
  const isAllowedMethod = method === "GET" || method === "HEAD";
  const reason = isAllowedMethod && probe === "readyz" ? notReady() : undefined;
  const text = isAllowedMethod ? (reason ?? "ok") : "";
  response.writeHead(isAllowedMethod ? (reason === undefined ? 200 : 503) : 405, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...(!isAllowedMethod && { allow: "GET, HEAD" }),
  });
  response.end(text);
  return true;
}
