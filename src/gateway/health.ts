import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * Answers a probe: `/livez`, whether the process lives, and `/readyz`, whether it takes requests. They are anybody's,
 * by whatever name and with whatever query. False where a request is none.
 */
export function answerProbe(
  { url = "", method = "" }: IncomingMessage,
  response: ServerResponse,
  { isDraining }: { isDraining: boolean },
): boolean {
  const [, probe] = /^\/(livez|readyz)\/?(?:\?|$)/.exec(url) ?? [];
  if (probe === undefined) return false;
  const isAsked = method === "GET" || method === "HEAD";
  const isReady = probe === "livez" || !isDraining;
  const text = isAsked ? (isReady ? "ok" : "draining") : "";
  response.writeHead(isAsked ? (isReady ? 200 : 503) : 405, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": text.length,
    "cache-control": "no-store",
    ...(!isAsked && { allow: "GET, HEAD" }),
  });
  response.end(text);
  return true;
}
