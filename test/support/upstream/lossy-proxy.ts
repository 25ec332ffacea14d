import { createServer, request as startRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/**
 * What the proxy does with a request: drop it, forward it and drop the response, hold it back until it is let through
 * and drop the response (`delay`), or pass both on.
 */
export type ProxyAction = "delay" | "drop-request" | "drop-response" | "pass";

/** What the proxy does with the n-th request (from 0) of an action. */
export type ProxyActionOf = (action: string, nth: number) => ProxyAction | Promise<ProxyAction>;

/** A proxy before an endpoint that drops what it is told to drop. */
export interface LossyProxy extends AsyncDisposable {
  readonly url: string;
  /** Every action that was sent, in order. */
  readonly actions: string[];
  /** Lets through what waits, and tells when it is done. */
  letThrough(): Promise<void>;
}

/** Starts a proxy; a connection whose request or response is dropped is reset, or left without a response if `hangs`. */
export async function startLossyProxy(
  endpoint: string,
  actionOf: ProxyActionOf,
  { hangs = false } = {},
): Promise<LossyProxy> {
  const actions: string[] = [];
  const waiting: (() => Promise<unknown>)[] = [];
  const lose = ({ socket }: ServerResponse) => {
    if (!hangs) socket?.resetAndDestroy();
  };

  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming);
    const action = String(incoming.headers["x-acs-action"]);
    const nth = actions.filter((one) => one === action).length;
    actions.push(action);
    const proxyAction = await actionOf(action, nth);
    if (proxyAction === "drop-request") return lose(response);
    if (proxyAction === "delay") {
      waiting.push(() => forward(endpoint, incoming, body));
      return lose(response);
    }
    const answer = await forward(endpoint, incoming, body);
    if (proxyAction === "drop-response") return lose(response);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    actions,
    async letThrough() {
      for (const go of waiting.splice(0)) await go();
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((close) => void server.close(close));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Sends a request on as it came; its signature covers the host that the sender knew. */
async function forward(endpoint: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = startRequest(new URL(url!, endpoint), { method: method!, headers }, resolve);
    outgoing.once("error", reject).end(body);
  });
  return { status: answer.statusCode!, headers: answer.headers, body: await buffer(answer) };
}
