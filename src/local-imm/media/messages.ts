import type * as wire from "../../contract/wire.ts";
import type { OperatorName } from "../operators/templates.ts";
import type { Stamp } from "../buckets/stamp.ts";

/** A file to be read. */
export interface ReadRequest {
  /** The real path of the bucket's folder, absolute. */
  readonly root: string;
  /** The object's key: no empty segment, no `.` or `..`, no NUL. */
  readonly key: string;
  readonly operators: readonly OperatorName[];
  /** The MIME type that a caller gave; it is believed. */
  readonly contentType?: string | undefined;
}

/** What was read of a file. */
export interface Reading {
  /** Of the file as it was before it was read; absent if there is none. */
  readonly stamp?: Stamp;
  /** What the operators found, by IMM's names. */
  readonly fields: Partial<wire.File>;
  /** The document's text, at most a million characters. */
  readonly text?: string;
  /** What the picture looks like, as 16 hex digits; IMM shows no field with it. */
  readonly imageHash?: string;
  /** Why something of it couldn't be read, as IMM says it; what was found besides is in `fields`. */
  readonly reason?: string;
  /** The file changed while it was read. */
  readonly changed?: boolean;
}

/** From the parent to the process that reads, several in one message: each costs both as much as a small file does. */
export interface Request {
  readonly id: number;
  readonly request: ReadRequest;
}

/**
 * By which signal the process ends itself if it takes more memory than allowed: whoever else ends it sends others. Windows
 * has no more than these two.
 */
export const tooLarge = process.platform === "win32" ? "SIGTERM" : "SIGVTALRM";

/** From the process that reads, before all else: that it runs. */
export const ready = "ready";

/** So many replies come in one message, unless there is nothing else to read or they have waited for a moment. */
export const repliesAtOnce = 16;

/** From the process that reads: a reading, or that there is progress with a large file. */
export interface Reply {
  readonly id: number;
  readonly reading?: Reading;
}
