import type { FetchAPI, Plugin } from "graphql-yoga";
import { operationTooLarge } from "../graphql/operation-too-large.ts";

/**
 * Refuses a body of too many bytes, by its length where that is told, else while it is read. Yoga's own limit leads
 * every body through a stream, so that the gateway answers half as many requests in a second.
 */
export function useBodyLimit(allowed: number): Plugin {
  const tooLarge = (asked?: number) =>
    operationTooLarge({
      limit: "bodyBytes",
      asked,
      allowed,
      message: `The body of a request may have ${allowed} bytes: share it out over several requests.`,
      // Else Node would read the rest of it.
      http: { status: 413, headers: { connection: "close" } },
    });

  async function read({ body }: Request): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength;
      if (bytes > allowed) throw tooLarge();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const length = request.headers.get("content-length") ?? "";
      // A server holds a request to the length that it tells.
      if (/^\d+$/.test(length)) {
        if (Number(length) > allowed) throw tooLarge(Number(length));
      } else if (requestParser && request.body) {
        setRequestParser(async (whole) => requestParser(withBody(fetchAPI, whole, await read(whole))));
      }
    },
  };
}

function withBody({ Request }: FetchAPI, { url, method, headers, signal }: Request, body: Buffer): Request {
  return new Request(url, { method, headers, signal, body: new Uint8Array(body) });
}
