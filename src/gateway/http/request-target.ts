import type { IncomingMessage } from "node:http";
import { hostnameOf } from "../../network/url-host.ts";
import { headerValues, type NodeRequest } from "./node-request.ts";

/** A request's target as its sender wrote it. Express cuts from `url` what the gateway is mounted at. */
function targetOf(request: IncomingMessage & { readonly originalUrl?: string }): string {
  return request.originalUrl ?? request.url ?? "";
}

/** Whether a URL can be made of a request's target and its one host, which HTTP/2 calls the authority. */
export function hasValidUrl(request: IncomingMessage): boolean {
  const authority = request.headers[":authority"] as string | undefined;
  const [host = authority ?? "localhost", ...others] = headerValues(request, "host");
  const isOne = others.length === 0 && (authority === undefined || authority === host);
  return isOne && targetOf(request).startsWith("/") && hostnameOf(host) !== undefined;
}

/** A request's path as its sender wrote it. A URL would read `/x/../graphql` and `/\evil/graphql` as other paths. */
export function pathOf({ url }: Request, incoming: NodeRequest | undefined): string {
  return incoming ? targetOf(incoming.raw).split("?", 1)[0]! : new URL(url, "http://localhost").pathname;
}

// URLs and routers disagree on empty segments, dots, backslashes and fragments.
const ambiguous = /\/\/|[\\#]|\/(?:\.|%2e){1,2}(?:\/|$)/i;

/** Whether a path is the graph's if the gateway is mounted at the root. Joined carelessly, it has two slashes. */
export function isRootGraphPath(path: string): boolean {
  return /^\/+graphql\/?$/.test(path);
}

/** Whether a path is the graph's, wherever the gateway is mounted. */
export function isGraphPath(path: string): boolean {
  return isRootGraphPath(path) || (/\/graphql\/?$/.test(path) && !ambiguous.test(path));
}
