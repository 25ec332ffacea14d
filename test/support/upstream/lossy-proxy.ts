import { createServer, request as startRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/**
 * What becomes of a request on its way: it doesn't arrive (`before`), is done and its answer lost (`after`), waits
 * until it is let through, its answer lost (`late`), or passes.
 */
export type Loss = "after" | "before" | "late" | "none";

/** Tells what becomes of the n-th request (from 0) of an action. */
export type LossOf = (action: string, nth: number) => Loss | Promise<Loss>;

/** A line to an endpoint that loses what it is told to lose. */
export interface LossyLine extends AsyncDisposable {
  readonly url: string;
  /** Every action that was sent, in order. */
  readonly actions: string[];
  /** Lets through what waits, and tells when it is done. */
  letThrough(): Promise<void>;
}

/** Starts a line to an endpoint; what is lost is cut off, or left without an answer where `hangs`. */
export async function startLossyLine(
  endpoint: string,
  lossOf: LossOf,
  { hangs = false } = {},
): Promise<LossyLine> {
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
    const loss = await lossOf(action, nth);
    if (loss === "before") return lose(response);
    if (loss === "late") {
      waiting.push(() => forward(endpoint, incoming, body));
      return lose(response);
    }
    const answer = await forward(endpoint, incoming, body);
    if (loss === "after") return lose(response);
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
