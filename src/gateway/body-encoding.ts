import { constants } from "node:buffer";
import { brotliDecompress, gunzip, inflate, type InputType, type ZlibOptions } from "node:zlib";

type Decompress = (
  bytes: InputType,
  options: ZlibOptions,
  done: (error: NodeJS.ErrnoException | null, bytes: Buffer) => void,
) => void;

const decoders: Readonly<Record<string, Decompress>> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: inflate,
  br: brotliDecompress,
};

/** The encodings of a body that are read, as a header lists them. */
export const acceptedEncodings = "gzip, deflate, br";

/** How to read a body that is encoded so: undefined as it is, null not at all. Twice compressed it isn't read. */
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
 * What a body is once decompressed; undefined as soon as that is longer than it may be.
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
