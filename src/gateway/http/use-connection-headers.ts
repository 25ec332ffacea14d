import type { Plugin } from "graphql-yoga";

/**
 * Leaves it to the server whether a connection stays open and how a body is framed. Yoga's streams decide both, even if
 * the client asked to close the connection or speaks HTTP/1.0.
 */
export function useConnectionHeaders(): Plugin {
  return {
    onResponse({ response: { headers } }) {
      if (headers.get("connection") === "keep-alive") headers.delete("connection");
      headers.delete("transfer-encoding");
    },
  };
}
