import { constants } from "node:buffer";
import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib";

/** Decompresses a whole body. */
export type Decompress = (
  bytes: Buffer,
  options: ZlibOptions,
  done: (error: NodeJS.ErrnoException | null, bytes: Buffer) => void,
) => void;

// By the standard in zlib's format, which begins with such a byte; some clients leave that out.
const deflated: Decompress = (bytes, ...rest) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 ? inflate(bytes, ...rest) : inflateRaw(bytes, ...rest);

const decoders: Readonly<Record<string, Decompress>> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: deflated,
  br: brotliDecompress,
};

/** The encodings that a body may have, as a header lists them. */
export const acceptedEncodings = "gzip, deflate, br";

/** How to decompress a body: undefined if it isn't compressed, null if it can't be, or is compressed twice. */
export function decoderOf(contentEncoding: string | null): Decompress | null | undefined {
  const names = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  const [name, ...others] = names;
  if (name === undefined) return undefined;
  return others.length === 0 && Object.hasOwn(decoders, name) ? decoders[name]! : null;
}

/**
 * A body, decompressed; undefined if that is longer than allowed, and then the rest isn't decompressed.
 *
 * @throws Error if it is corrupt.
 */
export function decompressed(
  bytes: Buffer,
  decompress: Decompress,
  { maxBytes }: { maxBytes: number },
): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const maxOutputLength = Math.min(maxBytes, constants.MAX_LENGTH);
    decompress(bytes, { maxOutputLength }, (error, result) => {
      if (!error) resolve(result);
      else if (error.code === "ERR_BUFFER_TOO_LARGE") resolve(undefined);
      else reject(error);
    });
  });
}
