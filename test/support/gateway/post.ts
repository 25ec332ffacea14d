import type { Gateway } from "../../../src/gateway/listener.ts";
import type { Answer } from "./gateway.ts";

/** A request as a client writes it. */
export interface Sent {
  readonly query: string;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string;
}

/** An answer with what tells of a request that was too large. */
export interface Told extends Omit<Answer<Record<string, unknown>>, "errors"> {
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
  sent: Sent | string,
  headers: Record<string, string> = {},
): Promise<Told> {
  const response = await gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof sent === "string" ? sent : JSON.stringify(sent),
  });
  return { status: response.status, ...((await response.json()) as Omit<Told, "status">) };
}

/** The limits that an answer says were passed, each as `[limit, asked, allowed]`. */
export function passed({ errors = [] }: Told): unknown[][] {
  return errors
    .filter(({ extensions }) => extensions.code === "OPERATION_TOO_LARGE")
    .map(({ extensions: { limit, asked, allowed } }) => [limit, asked, allowed]);
}

/** So many pieces of text, one after the other. */
export function times(count: number, piece: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join(" ");
}
