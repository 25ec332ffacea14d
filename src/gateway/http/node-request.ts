import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Socket } from "node:net";

/**
 * A server's request as Yoga's adapter gets it. From the server's own object the adapter would take the `body` and `query`
 * that a framework set, and give such a body another content type.
 */
export interface NodeRequest {
  readonly raw: IncomingMessage;
  readonly headers: IncomingHttpHeaders;
  readonly method: string | undefined;
  readonly socket: Socket;
  /** What a framework made of the body; undefined if none read it. */
  readonly parsed: unknown;
}

/** A server's request, and what a framework made of its body. */
export function nodeRequestOf(raw: IncomingMessage, parsed: unknown): NodeRequest {
  return { raw, headers: raw.headers, method: raw.method, socket: raw.socket, parsed };
}

/** Every value of a header as it came over the socket, in order, whatever a framework has changed since. */
export function headerValues({ rawHeaders, headers }: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const key = rawHeaders[index]!;
    if (key.length === name.length && key.toLowerCase() === name) values.push(rawHeaders[index + 1]!);
  }
  // A stand-in for a server's request, such as a cloud function's, may have no raw headers.
  return rawHeaders.length > 0 ? values : [headers[name] ?? []].flat();
}

/** A header as its sender wrote it, for deciding whether to let a request in; several of one name make a list. */
export function headerOf(
  name: string,
  { headers }: Request,
  incoming: NodeRequest | undefined,
): string | null {
  if (!incoming) return headers.get(name);
  const values = headerValues(incoming.raw, name);
  return values.length === 0 ? null : values.join(", ");
}
