import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  read as readChunk,
  readlinkSync,
  readSync,
  realpathSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Stamp } from "../buckets/stamp.ts";

// Files up to this size are read once, and all operators share their bytes.
const smallFile = 8 * 1024 * 1024;
const chunkBytes = 256 * 1024;
const progressBytes = 64 * 1024 * 1024;

export interface OpenFile extends Disposable {
  readonly key: string;
  readonly size: number;
  readonly stamp: Stamp;
  /** What libraries open that read from paths alone. */
  readonly path: string;
  /** All bytes of a small file; undefined of a large one. */
  whole(): Buffer | undefined;
  /** Bytes from a position on: fewer at the end of the file. */
  read(position: number, length: number): Buffer;
  /** All bytes, chunk by chunk. A chunk is valid until the next one. */
  chunks(): AsyncIterable<Buffer>;
  /** Whether the file differs from what its stamp says. */
  hasChanged(): boolean;
}

/** Why a file can't be opened: there is none of that key, or there is one that can't be read. */
export type Refusal = "missing" | "unreadable";

/**
 * Opens the file of a key. Whatever isn't a regular file inside the root, reached without a symbolic link, is missing.
 * Small calls of the file system wait: a turn of the event loop costs ten times as much as most of them.
 */
export function openFile(root: string, key: string, onProgress: () => void): OpenFile | Refusal {
  const path = join(root, key);
  try {
    // A device could act on being opened, and a FIFO wait.
    if (key.endsWith("/") || !lstatSync(path).isFile()) return "missing";
    const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stamp = stampOf(fd);
      if (stamp !== undefined && isPathOf(fd, path)) return opened({ fd, path, key, stamp, onProgress });
    } catch (error) {
      closeSync(fd);
      throw error;
    }
    closeSync(fd);
    return "missing";
  } catch (error) {
    return refusalOf(error as NodeJS.ErrnoException);
  }
}

const readAsync = promisify(readChunk);

function opened(file: {
  fd: number;
  path: string;
  key: string;
  stamp: Stamp;
  onProgress: () => void;
}): OpenFile {
  const { fd, stamp } = file;
  const size = Number(stamp.size);
  let bytes: Buffer | undefined;
  const read = (position: number, length: number): Buffer => {
    if (bytes) return bytes.subarray(position, position + length);
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)));
    return buffer.subarray(0, fill(fd, buffer, position));
  };
  return {
    key: file.key,
    size,
    stamp,
    path: onLinux ? `/proc/self/fd/${fd}` : file.path,
    whole: () => (size <= smallFile ? (bytes ??= read(0, size)) : undefined),
    read,
    async *chunks() {
      const buffer = Buffer.allocUnsafe(chunkBytes);
      // A file that grows meanwhile has no end.
      for (let position = 0; position < size;) {
        const length = Math.min(chunkBytes, size - position);
        const { bytesRead } = await readAsync(fd, buffer, 0, length, position);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
        const before = position;
        position += bytesRead;
        if (Math.floor(before / progressBytes) < Math.floor(position / progressBytes)) file.onProgress();
      }
    },
    hasChanged: () => {
      const after = stampOf(fd);
      return after?.size !== stamp.size || after.mtimeNs !== stamp.mtimeNs;
    },
    [Symbol.dispose]: () => closeSync(fd),
  };
}

function fill(fd: number, buffer: Buffer, position: number): number {
  let filled = 0;
  while (filled < buffer.length) {
    const bytesRead = readSync(fd, buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

function stampOf(fd: number): Stamp | undefined {
  const status = fstatSync(fd, { bigint: true });
  return status.isFile() ? { size: status.size, mtimeNs: status.mtimeNs, inode: status.ino } : undefined;
}

const onLinux = process.platform === "linux";

/** Whether no part of the path is a symbolic link, also one that was put there a moment ago. */
function isPathOf(fd: number, path: string): boolean {
  return (onLinux ? readlinkSync(`/proc/self/fd/${fd}`) : realpathSync(path)) === path;
}

function refusalOf(error: NodeJS.ErrnoException): Refusal {
  return error.code === "EACCES" || error.code === "EPERM" || error.code === "EIO" ? "unreadable" : "missing";
}
