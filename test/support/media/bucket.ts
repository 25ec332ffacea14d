import { mkdir, realpath, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OperatorName } from "../../../src/local-imm/operators/templates.ts";
import {
  createMediaReader,
  type MediaReader,
  type MediaReaderOptions,
  type Reading,
} from "../../../src/local-imm/media/reader.ts";
import { temporaryFolder } from "../folder.ts";
import { mediaProgram } from "./media-program.ts";

export const allOperators: readonly OperatorName[] = [
  "OSSMeta",
  "MIME",
  "MediaMeta",
  "EXIF",
  "ExtractDocumentText",
  "ExtractImageEmbeddings",
];

export interface Bucket extends AsyncDisposable {
  readonly root: string;
  readonly reader: MediaReader;
  /** Writes a file into the bucket. */
  put(key: string, content: Buffer | string): Promise<void>;
  /** Reads a file of the bucket, with all operators if none are named. */
  read(key: string, operators?: readonly OperatorName[], contentType?: string): Promise<Reading>;
  /** Writes a file, and reads it. */
  index(key: string, content: Buffer | string, contentType?: string): Promise<Reading>;
}

/** A bucket in a folder of its own, and what reads its files. */
export async function startBucket(options: Partial<MediaReaderOptions> = {}): Promise<Bucket> {
  const folder = await temporaryFolder();
  const root = await realpath(folder.path);
  const reader = createMediaReader({ program: mediaProgram, ...options });
  const bucket: Bucket = {
    root,
    reader,
    async put(key, content) {
      await mkdir(dirname(join(root, key)), { recursive: true });
      await writeFile(join(root, key), content);
    },
    read: (key, operators = allOperators, contentType) => reader.read({ root, key, operators, contentType }),
    async index(key, content, contentType) {
      await bucket.put(key, content);
      return bucket.read(key, allOperators, contentType);
    },
    async [Symbol.asyncDispose]() {
      await reader[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
  return bucket;
}
