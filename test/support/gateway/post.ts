import type { Gateway } from "../../../src/gateway/listener.ts";
import type { GraphQLResponse } from "./gateway.ts";

/** A request as a client writes it. */
export interface GraphQLRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string;
}

/** An answer with what tells of a request that was too large. */
export interface GraphQLResult extends Omit<GraphQLResponse<Record<string, unknown>>, "errors"> {
  readonly status: number;
  readonly errors?: {
    message: string;
    path?: (number | string)[];
    extensions: { code: string; limit?: string; asked?: number; allowed?: number | string; field?: string };
  }[];
  readonly extensions?: {
    cost?: { asked: number; allowed: number };
    imm?: { calls: object[] };
    ftv1?: string;
  };
}

/** Posts JSON, of a request or as it is written. */
export async function post(
  gateway: Pick<Gateway, "fetch">,
  sent: GraphQLRequest | string,
  headers: Record<string, string> = {},
): Promise<GraphQLResult> {
  const response = await gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof sent === "string" ? sent : JSON.stringify(sent),
  });
  return { status: response.status, ...((await response.json()) as Omit<GraphQLResult, "status">) };
}

/** The limits that an answer says were passed, each as `[limit, asked, allowed]`. */
export function exceededLimits({ errors = [] }: GraphQLResult): unknown[][] {
  return errors
    .filter(({ extensions }) => extensions.code === "OPERATION_TOO_LARGE")
    .map(({ extensions: { limit, asked, allowed } }) => [limit, asked, allowed]);
}

/** So many pieces of text, one after the other. */
export function times(count: number, piece: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join(" ");
}
