import type { FetchAPI } from "graphql-yoga";

/** A response that turns a request away before it is read, in the form of a GraphQL error. */
export function refuse(
  fetchAPI: FetchAPI,
  { status, code, message }: { status: number; code: string; message: string },
): Response {
  return fetchAPI.Response.json({ errors: [{ message, extensions: { code } }] }, { status });
}
