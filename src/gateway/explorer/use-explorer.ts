import Negotiator from "negotiator";
import type { FetchAPI, Plugin } from "graphql-yoga";
import { isRootGraphPath, pathOf } from "../http/request-target.ts";
import type { ServerContext } from "../server-context.ts";
import type { Asset, Encoding, Explorer } from "./explorer-files.ts";

/**
 * Serves the explorer: its page at `/graphql` to who prefers HTML, and what the page loads under `/explorer/`. Undefined,
 * neither is there. None of these requests is reported.
 *
 * A proxy may serve the gateway under a prefix that the gateway doesn't know, so that the page and its redirects name
 * nothing but by relative addresses. Those hold for a page at exactly `/graphql`, where the others redirect to.
 */
export function useExplorer(explorer: Explorer | undefined): Plugin<object, ServerContext> {
  return {
    onRequest({ request, url, serverContext, endResponse, fetchAPI }) {
      if (request.method !== "GET" && request.method !== "HEAD") return;
      const path = pathOf(request, serverContext.req);
      if (isRootGraphPath(path)) {
        if (!prefersHtml(request)) return;
        serverContext.draft = undefined;
        // Each slash too many is a level that the page's relative addresses would start from.
        const levels = path.length - "/graphql".length;
        endResponse(
          levels > 0 && explorer ? redirect(fetchAPI, levels, url.search) : page(fetchAPI, explorer),
        );
      } else if (path === "/" && explorer && prefersHtml(request)) {
        endResponse(redirect(fetchAPI, 0, url.search));
      } else if (path.startsWith("/explorer/")) {
        endResponse(asset(fetchAPI, { request, asset: explorer?.assets.get(path) }));
      }
    },
  };
}

// The styles and images that the editor makes for itself need their exceptions; scripts, workers and calls have none.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'none'",
].join("; ");

const safety = {
  "content-security-policy": policy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

const responseTypes = ["application/graphql-response+json", "application/json", "text/html"];

function prefersHtml(request: Request): boolean {
  return negotiate(request).mediaType(responseTypes) === "text/html";
}

/** Leads to `graphql`, so many levels above. */
function redirect({ Response }: FetchAPI, levels: number, search: string): Response {
  return new Response(null, {
    status: 302,
    headers: { location: `${"../".repeat(levels)}graphql${search}` },
  });
}

function page({ Response }: FetchAPI, explorer: Explorer | undefined): Response {
  if (!explorer) return notFound({ Response });
  const headers = {
    ...safety,
    "cache-control": "no-cache",
    "content-type": "text/html; charset=utf-8",
    vary: "accept",
  };
  return new Response(explorer.page, { headers });
}

const preferred: readonly Encoding[] = ["br", "gzip", "identity"];

function asset(
  { Response }: FetchAPI,
  { request, asset: found }: { request: Request; asset: Asset | undefined },
): Response {
  if (!found) return notFound({ Response });
  const { type, encodings } = found;
  const accepted = negotiate(request).encodings(Object.keys(encodings));
  const chosen = preferred.find((encoding) => accepted.includes(encoding)) ?? "identity";
  const headers = {
    ...safety,
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": type,
    vary: "accept-encoding",
    ...(chosen !== "identity" && { "content-encoding": chosen }),
  };
  return new Response(encodings[chosen]!, { headers });
}

function notFound({ Response }: Pick<FetchAPI, "Response">): Response {
  return new Response(null, { status: 404 });
}

function negotiate({ headers }: Request): Negotiator {
  const read = (name: string) => headers.get(name) ?? undefined;
  return new Negotiator({
    headers: { accept: read("accept"), "accept-encoding": read("accept-encoding") },
  });
}
