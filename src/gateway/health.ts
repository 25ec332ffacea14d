import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Answers a probe: `/livez`, whether the process lives, and `/readyz`, whether it takes requests, or why not. A probe
 * needs no authentication, and may have any host and query. Returns false if the request is none.
 */
export function answerProbe(
  { url = "", method = "" }: IncomingMessage,
  response: ServerResponse,
  { notReady }: { notReady: () => string | undefined },
): boolean {
  const [, probe] = /^\/(livez|readyz)\/?(?:\?|$)/.exec(url) ?? [];
  if (probe === undefined) return false;
  const isAsked = method === "GET" || method === "HEAD";
  const reason = isAsked && probe === "readyz" ? notReady() : undefined;
  const text = isAsked ? (reason ?? "ok") : "";
  response.writeHead(isAsked ? (reason === undefined ? 200 : 503) : 405, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...(!isAsked && { allow: "GET, HEAD" }),
  });
  response.end(text);
  return true;
}
