import type { FetchAPI, Plugin } from "graphql-yoga";
import { operationTooLarge } from "../graphql/operation-too-large.ts";

/**
 * Refuses a body of too many bytes, by its length where that is told, else while it is read. Yoga's own limit leads
 * every body through a stream, so that the gateway answers half as many requests in a second.
 */
export function useBodyLimit(allowed: number): Plugin {
  const check = (bytes: number, asked?: number) => {
    if (bytes <= allowed) return;
    throw operationTooLarge({
      limit: "bodyBytes",
      asked,
      allowed,
      message: `The body of a request may have ${allowed} bytes: share it out over several requests.`,
      // Else Node would read the rest of it.
      http: { status: 413, headers: { connection: "close" } },
    });
  };

  /** The same request, with a body that was counted. */
  async function counted(request: Request, fetchAPI: FetchAPI): Promise<Request> {
    if (!request.body) {
      // A framework has read it, and hands over what it holds.
      check(Buffer.byteLength(await request.text()));
      return request;
    }
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    // What iterates would end the connection with the body, before the refusal is sent.
    const reader = request.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      bytes += read.value.byteLength;
      check(bytes);
      chunks.push(read.value);
    }
    const { url, method, headers, signal } = request;
    return new fetchAPI.Request(url, { method, headers, signal, body: Buffer.concat(chunks) });
  }

  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      if (!requestParser || request.method !== "POST") return;
      const length = request.headers.get("content-length") ?? "";
      // A server holds a request to the length that it tells. Of what a framework has read it is told as 0.
      if (/^[1-9]\d*$/.test(length)) check(Number(length), Number(length));
      else setRequestParser(async (whole) => requestParser(await counted(whole, fetchAPI)));
    },
  };
}
