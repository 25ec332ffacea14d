import type { Plugin } from "graphql-yoga";
import { toJsonText } from "../../text/to-json-text.ts";
import { truncate } from "../../text/truncate.ts";
import { errorResponse, type Rejection } from "../errors/error-response.ts";
import type { ServerContext } from "../server-context.ts";
import { isJson, isUtf8 } from "./body/content-type.ts";
import { headerOf, type NodeRequest } from "./node-request.ts";
import { isGraphPath, pathOf } from "./request-target.ts";

/**
 * Takes only what a page of another origin can't send without its browser asking first, by the rules that clients know
 * from Apollo Server. Yoga's own plugin lets any content type through that it doesn't know, and may do so with an empty
 * header.
 */
export function useCsrfPrevention(): Plugin<object, ServerContext> {
  return {
    onRequest({ request, serverContext: { req }, endResponse, fetchAPI }) {
      const rejection = rejectionFor(request, req);
      if (!rejection) return;
      const isGraph = isGraphPath(pathOf(request, req));
      endResponse(
        isGraph ? errorResponse(fetchAPI, rejection) : new fetchAPI.Response(null, { status: 404 }),
      );
    },
  };
}

const asking = ["x-apollo-operation-name", "apollo-require-preflight"];

function rejectionFor(request: Request, incoming: NodeRequest | undefined): Rejection | undefined {
  const { method } = request;
  const type = headerOf("content-type", request, incoming) ?? "";
  if (method === "POST") {
    if (!isJson(type)) return unsupported("A POST needs the header content-type: application/json.");
    return isUtf8(type)
      ? undefined
      : unsupported(`A body must be UTF-8; got content-type ${truncate(toJsonText(type))}.`);
  }
  if ((method !== "GET" && method !== "HEAD") || isJson(type)) return undefined;
  // Not every browser asks first for a type that it should ask for.
  if (type !== "") return unsupported(`A ${method} has no content-type, or application/json.`);
  if (asking.some((name) => headerOf(name, request, incoming))) return undefined;
  const message = `A ${method} needs the header apollo-require-preflight: true, or x-apollo-operation-name with the operation's name.`;
  return { status: 400, code: "BAD_REQUEST", message };
}

function unsupported(message: string): Rejection {
  return { status: 415, code: "BAD_REQUEST", message };
}
