import { Readable } from "node:stream";

/** Gets the number of bytes read so far, and throws if they are too many. */
export type Count = (bytes: number) => void;

/** The bytes of a body, read no further than `count` lets it. */
export async function readBody(
  body: Readable | ReadableStream<Uint8Array> | null,
  count: Count,
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(body)) {
    const part = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    bytes += part.byteLength;
    count(bytes);
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

function chunksOf(
  body: Readable | ReadableStream<Uint8Array> | null,
): AsyncIterable<Uint8Array | string> | readonly Uint8Array[] {
  if (!(body instanceof Readable)) return body ?? [];
  // It would emit nothing more.
  if (body.readableEnded || body.destroyed) return [];
  // Destroying it would close its connection before the refusal is sent.
  return body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array | string>;
}
