import type { ClientRequest, IncomingMessage } from "node:http";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ReplyHeaders } from "./reply.ts";

/** What a response says before its body. */
export interface Head {
  readonly status: number;
  readonly headers: ReplyHeaders;
}

/** Listens to Node's HTTP client for the heads of responses. */
export interface Heads extends Disposable {
  /** Waits for the response to the request that has this nonce. */
  expect(nonce: string): void;
  /** The head of that response, undefined if none came; stops waiting for it. */
  take(nonce: string): Head | undefined;
}

/** The header that tells one request from all others. */
export const nonceHeader = "x-acs-signature-nonce";

const channel = "http.client.response.finish";

/** Starts to listen: the SDK's errors have no headers, and if a body isn't JSON they have no status either. */
export function listenForHeads(): Heads {
  const heads = new Map<string, Head | undefined>();
  const onResponse = (message: unknown) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    const nonce = String(request.getHeader(nonceHeader));
    if (heads.has(nonce)) heads.set(nonce, { status: response.statusCode!, headers: response.headers });
  };
  subscribe(channel, onResponse);
  return {
    expect: (nonce) => void heads.set(nonce, undefined),
    take(nonce) {
      const head = heads.get(nonce);
      heads.delete(nonce);
      return head;
    },
    [Symbol.dispose]: () => void unsubscribe(channel, onResponse),
  };
}
