import type { Plugin } from "graphql-yoga";
import { toJsonText } from "../../text/to-json-text.ts";
import { truncate } from "../../text/truncate.ts";
import { errorResponse } from "../errors/error-response.ts";

const responseTypes = [
  "application/graphql-response+json",
  "application/json",
  "text/event-stream",
  "multipart/mixed",
];

/**
 * Refuses a request that accepts no type that a response can have. Yoga finds out only after the operation has run, so a
 * mutation would take effect and its result be lost.
 */
export function useAccept(): Plugin {
  // Most clients send the same one always.
  let accepted: string | null = null;

  return {
    onRequest({ request, endResponse, fetchAPI }) {
      const accept = request.headers.get("accept") ?? "";
      if (accept === accepted) return;
      if (responseTypes.some((type) => accepts(type, request))) {
        accepted = accept;
        return;
      }
      const message = `The response can be application/graphql-response+json or application/json, or text/event-stream for a subscription; got accept ${truncate(toJsonText(accept))}.`;
      endResponse(errorResponse(fetchAPI, { status: 406, code: "BAD_REQUEST", message }));
    },
  };
}

/** Whether a request accepts a type, as Yoga reads it: in any order, weights apart, and in UTF-8 alone. */
export function accepts(type: string, { headers }: Request): boolean {
  return (headers.get("accept") || "*/*")
    .replace(/\s/g, "")
    .toLowerCase()
    .split(",")
    .some((range) => {
      const [wanted = "", ...parameters] = range.split(";");
      const [main, sub] = wanted.split("/");
      const [typeMain, typeSub] = type.split("/");
      const charset = parameters.find((parameter) => parameter.includes("charset=")) ?? "charset=utf-8";
      const fits = (main === "*" || main === typeMain) && (sub === "*" || sub === typeSub);
      return fits && charset === "charset=utf-8";
    });
}
