import type { IncomingMessage, ServerResponse } from "node:http";
import type { YogaServerInstance } from "graphql-yoga";
import { nodeRequestOf } from "./http/node-request.ts";
import { hasValidUrl } from "./http/request-target.ts";
import type { ServerContext } from "./server-context.ts";

/** The gateway at `/graphql`: a listener for `node:http` and whatever takes one. */
export interface Gateway {
  (request: IncomingMessage, response: ServerResponse): void;
  /** The path that it answers at. */
  readonly graphqlEndpoint: string;
  /** Answers a request without a server. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Answers what a framework such as Fastify has read already. */
  handleNodeRequestAndResponse(
    request: { readonly raw: IncomingMessage; readonly body: unknown },
    reply: { readonly raw: ServerResponse },
  ): Promise<Response>;
  /** Completes every open stream, and lets none be opened any more: for who is about to close its server. */
  completeStreams(): void;
  /** Lets go of what it holds, its open streams too; the client of IMM is its maker's. */
  dispose(): Promise<void>;
}

/**
 * A gateway around Yoga. Where no URL can be made of a request's target and host it answers 400 itself: no plugin
 * could, and Yoga would answer where in its code it failed.
 */
export function listenerOf<Context extends object>(
  yoga: YogaServerInstance<ServerContext, Context>,
  { completeStreams }: Pick<Gateway, "completeStreams">,
): Gateway {
  const listen = yoga.requestListener;
  const gateway = (
    request: IncomingMessage & { readonly body?: unknown },
    response: Parameters<Gateway>[1],
  ) => {
    if (hasValidUrl(request)) void listen(nodeRequestOf(request, request.body) as never, response);
    else response.writeHead(400, { "content-length": 0 }).end();
  };
  return Object.assign(gateway, {
    graphqlEndpoint: yoga.graphqlEndpoint,
    async fetch(input: Request | URL | string, init?: RequestInit) {
      if (typeof input === "string" || input instanceof URL) return yoga.fetch(input as URL, copied(init));
      // An init by its side Yoga would take for a context.
      return yoga.fetch(init ? new Request(input, init) : input);
    },
    async handleNodeRequestAndResponse(
      ...[{ raw, body }, reply]: Parameters<Gateway["handleNodeRequestAndResponse"]>
    ) {
      if (!hasValidUrl(raw)) return new Response(null, { status: 400 });
      const req = nodeRequestOf(raw, body);
      // As Yoga's own listener gives it to plugins.
      return yoga.handleNodeRequestAndResponse(req as never, reply as never, { req });
    },
    completeStreams,
    async dispose() {
      completeStreams();
      await yoga.dispose();
    },
  });
}

/**
 * A copy of what goes with an address, for Yoga's Request: it writes a body's length and type into the headers that it is
 * handed, and doesn't know how to read a Blob.
 */
function copied(init: RequestInit | undefined): RequestInit {
  const headers = new Headers(init?.headers ?? {});
  const body = init?.body;
  if (!(body instanceof Blob)) return { ...init, headers };
  if (body.type !== "" && !headers.has("content-type")) headers.set("content-type", body.type);
  return { ...init, headers, body: body.stream() };
}
