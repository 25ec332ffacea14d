import type { Plugin } from "graphql-yoga";
import { refuse } from "./refuse.ts";

/** Takes no POST but JSON: a page of another origin can send the other kinds without asking first. */
export function useJsonOnly(): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== "POST") return;
      // As Yoga reads it, letter by letter.
      if (/^application\/json(;|$)/.test(request.headers.get("content-type") ?? "")) return;
      const message = "A POST needs the header content-type: application/json.";
      endResponse(refuse(fetchAPI, { status: 415, code: "BAD_REQUEST", message }));
    },
  };
}
