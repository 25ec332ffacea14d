import type { IncomingMessage } from "node:http";
import type { YogaServerInstance } from "graphql-yoga";
import type { Gateway } from "./gateway.ts";
import type { Called } from "./use-authentication.ts";

/**
 * A gateway around Yoga. Where no URL can be made of a request's target and host it answers 400 itself: no plugin
 * could, and Yoga would answer where in its code it failed.
 */
export function listenerOf<Context extends object>(yoga: YogaServerInstance<Called, Context>): Gateway {
  const gateway = (request: IncomingMessage, response: Parameters<Gateway>[1]) => {
    if (hasAddress(request)) void yoga(request, response);
    else response.writeHead(400, { "content-length": 0 }).end();
  };
  return Object.assign(gateway, {
    graphqlEndpoint: yoga.graphqlEndpoint,
    fetch: async (input: Request | URL | string, init?: RequestInit) =>
      yoga.fetch(input as URL, init as RequestInit),
    async handleNodeRequestAndResponse(
      ...[request, reply]: Parameters<Gateway["handleNodeRequestAndResponse"]>
    ) {
      if (!hasAddress(request.raw)) return new Response(null, { status: 400 });
      // As Yoga's own listener gives it to plugins.
      const context = { req: request.raw };
      return yoga.handleNodeRequestAndResponse(request as never, reply as never, context);
    },
    dispose: async () => yoga.dispose(),
  });
}

function hasAddress({ url, headers: { host = "localhost" } }: IncomingMessage): boolean {
  return url?.startsWith("/") === true && URL.canParse(`http://${host}`);
}
