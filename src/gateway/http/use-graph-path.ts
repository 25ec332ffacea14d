import type { Plugin } from "graphql-yoga";
import type { ServerContext } from "../server-context.ts";
import { isGraphPath, pathOf } from "./request-target.ts";

/** Answers 404 at any path but the graph's. Yoga looks only at how an address ends, even if that is its query. */
export function useGraphPath(): Plugin<object, ServerContext> {
  return {
    onRequest({ request, serverContext: { req }, endResponse, fetchAPI }) {
      if (!isGraphPath(pathOf(request, req))) endResponse(new fetchAPI.Response(null, { status: 404 }));
    },
  };
}
