import type { FetchAPI } from "graphql-yoga";

/** Why a request is turned away. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What else to tell beside the code. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A response that turns a request away before it is read, in the form of a GraphQL error. */
export function refuse(
  fetchAPI: FetchAPI,
  { status, code, message, headers = {}, extensions }: Refusal,
): Response {
  const errors = [{ message, extensions: { code, ...extensions } }];
  return fetchAPI.Response.json({ errors }, { status, headers });
}
