import type { Plugin } from "graphql-yoga";
import { refuse } from "./refuse.ts";

/**
 * Takes only what a page of another origin can't send without its browser asking first, by the rules that clients know
 * from Apollo Server. Yoga's own plugin lets any content type through that it doesn't know, and may do so with an empty
 * header.
 */
export function useCsrfPrevention(): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      const refusal = refusalOf(request);
      if (!refusal) return;
      // Yoga also finds the graph at addresses that only end in its path, even in their query, so none is let through.
      const isGraph = /\/graphql\/*$/.test(url.pathname);
      endResponse(isGraph ? refuse(fetchAPI, refusal) : new fetchAPI.Response(null, { status: 404 }));
    },
  };
}

const asking = ["x-apollo-operation-name", "apollo-require-preflight"];

function refusalOf({ method, headers }: Request): Parameters<typeof refuse>[1] | undefined {
  const type = headers.get("content-type") ?? "";
  // As Yoga reads it, letter by letter.
  const isJson = /^application\/json(;|$)/.test(type);
  if (method === "POST")
    return isJson ? undefined : notJson("A POST needs the header content-type: application/json.");
  if ((method !== "GET" && method !== "HEAD") || isJson) return undefined;
  // Not every browser asks first for a type that it should ask for.
  if (type !== "") return notJson(`A ${method} has no content-type, or application/json.`);
  if (asking.some((name) => headers.get(name))) return undefined;
  const message = `A ${method} needs the header apollo-require-preflight: true, or x-apollo-operation-name with the operation's name.`;
  return { status: 400, code: "BAD_REQUEST", message };
}

function notJson(message: string): Parameters<typeof refuse>[1] {
  return { status: 415, code: "BAD_REQUEST", message };
}
