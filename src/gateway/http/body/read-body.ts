import { Readable } from "node:stream";

/** Gets the number of bytes read so far, and throws if they are too many. */
export type Count = (bytes: number) => void;

/** The bytes of a body, read no further than `count` lets it. */
export function readBody(body: Readable | ReadableStream<Uint8Array> | null, count: Count): Promise<Buffer> {
  return body instanceof Readable ? readNodeStream(body, count) : readWebStream(body, count);
}

/** By its events: an async iterator would take as long as parsing does. Whoever had it before may have paused it. */
function readNodeStream(body: Readable, count: Count): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    const onReadable = () => {
      try {
        for (let chunk; (chunk = body.read() as Uint8Array | string | null) !== null;) {
          const part = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
          bytes += part.byteLength;
          count(bytes);
          chunks.push(part);
        }
      } catch (error) {
        // Destroying it would close its connection before the refusal is sent.
        body.off("readable", onReadable).pause();
        reject(error as Error);
      }
    };
    // It would emit nothing more.
    if (body.readableEnded || body.destroyed) return resolve(Buffer.alloc(0));
    body.on("readable", onReadable);
    body.on("end", () => resolve(Buffer.concat(chunks)));
    body.on("error", reject);
    body.on("close", () => reject(new Error("The body ended early.")));
  });
}

async function readWebStream(body: ReadableStream<Uint8Array> | null, count: Count): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    count(bytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
