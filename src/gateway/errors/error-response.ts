import type { FetchAPI } from "graphql-yoga";

/** Why a request is turned away. */
export interface Rejection {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What else to tell beside the code. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** The limit that it passed, as a report names it. */
  readonly limit?: string;
}

const rejections = new WeakMap<Response, Rejection>();

/** Why a response turns its request away; undefined where it is another. */
export function rejectionOf(response: Response): Rejection | undefined {
  return rejections.get(response);
}

/** A response that turns a request away before it is read, in the form of a GraphQL error. */
export function errorResponse(fetchAPI: FetchAPI, rejection: Rejection): Response {
  const { status, code, message, headers = {}, extensions } = rejection;
  const errors = [{ message, extensions: { code, ...extensions } }];
  // In headers of its own: what comes after writes into them.
  const response = fetchAPI.Response.json({ errors }, { status, headers: { ...headers } });
  rejections.set(response, rejection);
  return response;
}
