import { Readable } from "node:stream";

/** Gets the number of bytes read so far, and throws if they are too many. */
export type Count = (bytes: number) => void;

/** The bytes of a body, read no further than `count` lets it. */
export async function readBody(
  body: Readable | ReadableStream<Uint8Array> | null,
  count: Count,
): Promise<Buffer> {
  const chunks = body instanceof Readable ? await fromNode(body, count) : await fromWeb(body, count);
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

function fromNode(stream: Readable, count: Count): Promise<Buffer[]> {
  // It would emit nothing more.
  if (stream.readableEnded || stream.destroyed) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const read = (chunk: Buffer | string) => {
      const buffer = bufferOf(chunk);
      bytes += buffer.byteLength;
      try {
        count(bytes);
        chunks.push(buffer);
      } catch (error) {
        // Destroying it would close its connection before the refusal is sent.
        stream.off("data", read).pause();
        reject(error);
      }
    };
    stream
      .on("data", read)
      .once("end", () => resolve(chunks))
      .on("error", reject)
      .once("close", () => reject(new Error("The body was cut off.")));
  });
}

async function fromWeb(stream: ReadableStream<Uint8Array> | null, count: Count): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  if (!stream) return chunks;
  const reader = stream.getReader();
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const buffer = bufferOf(read.value);
    bytes += buffer.byteLength;
    try {
      count(bytes);
    } catch (error) {
      await reader.cancel();
      throw error;
    }
    chunks.push(buffer);
  }
  return chunks;
}

function bufferOf(chunk: Uint8Array | string): Buffer {
  if (typeof chunk === "string") return Buffer.from(chunk);
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
