import { once } from "node:events";
import { type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { parse, parseNumberAndBigInt } from "lossless-json";
import type { TestRequest } from "./signature/sign.ts";

export interface TestAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Every integer is a bigint. */
  body: Record<string, unknown>;
}

/** Sends a request as it is, its Host header too, which `fetch` would set itself. */
export async function send(url: string, { method, path, headers, body }: TestRequest): Promise<TestAnswer> {
  const sending = request(url, { method, path, headers, setHost: headers["host"] === undefined });
  sending.end(body);
  const [response] = (await once(sending, "response")) as [IncomingMessage];
  const answer = parse(await text(response), null, parseNumberAndBigInt);
  return { status: response.statusCode!, headers: response.headers, body: answer as Record<string, unknown> };
}
