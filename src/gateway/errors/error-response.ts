import type { FetchAPI } from "graphql-yoga";

/** Why a request is rejected. */
export interface Rejection {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Extensions beside the code. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** The limit that it exceeded, as a report names it. */
  readonly limit?: string;
}

const rejections = new WeakMap<Response, Rejection>();

/** Why a response rejects its request; undefined for any other response. */
export function rejectionOf(response: Response): Rejection | undefined {
  return rejections.get(response);
}

/** A response that rejects a request before it is read, in the form of a GraphQL error. */
export function errorResponse(fetchAPI: FetchAPI, rejection: Rejection): Response {
  const { status, code, message, headers = {}, extensions } = rejection;
  const errors = [{ message, extensions: { code, ...extensions } }];
  // A copy: later plugins modify the response's headers.
  const response = fetchAPI.Response.json({ errors }, { status, headers: { ...headers } });
  rejections.set(response, rejection);
  return response;
}
