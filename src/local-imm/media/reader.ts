import type { Reading, ReadRequest } from "./messages.ts";
import { createWorkplace, type Job, type Workplace } from "./workplace.ts";

export type { Reading, ReadRequest } from "./messages.ts";

export interface MediaReader extends AsyncDisposable {
  /**
   * Reads a file in another process. What is wrong with the file is in the reading, as its `reason`; it rejects only if
   * the reader is closed.
   */
  read(request: ReadRequest): Promise<Reading>;
}

export interface MediaReaderOptions {
  /** The module that the processes run: `media-process.js`. */
  readonly program: URL;
  /** How many processes read at the same time. Default: 1. */
  readonly processes?: number;
  /** How long a file may take, in milliseconds; of a large one, each 64 MiB. Default: 30,000. */
  readonly timeoutMs?: number;
  /** How much memory a process may take, in MiB. Default: 1,024. */
  readonly maxMemoryMb?: number;
  /** How long an idle process is kept, in milliseconds. Default: 5 minutes. */
  readonly idleMs?: number;
  /** Learns that a process ended unasked, or was killed for a file. */
  onError?(error: unknown): void;
}

/** Reads files in processes of their own, which start with the first file and which no file outlives. */
export function createMediaReader(options: MediaReaderOptions): MediaReader {
  const { processes = 1, timeoutMs = 30_000, maxMemoryMb = 1024, idleMs = 300_000 } = options;
  const waiting: Job[] = [];
  // A process ended while it read these: each is read again alone, so that only the guilty one fails.
  const suspects: Job[] = [];
  let isClosed = false;

  const workplaces: Workplace[] = Array.from({ length: processes }, () =>
    createWorkplace({
      ...{ program: options.program, timeoutMs, maxMemoryMb, idleMs, waiting, suspects },
      onError: (error) => options.onError?.(error),
    }),
  );

  return {
    read: (request) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(closed());
        waiting.push({ request, resolve, reject });
        for (const workplace of workplaces) workplace.fill();
      }),
    async [Symbol.asyncDispose]() {
      isClosed = true;
      const open = [...waiting.splice(0), ...suspects.splice(0)];
      await Promise.all(workplaces.map((workplace) => workplace.close(closed())));
      for (const { reject } of open) reject(closed());
    },
  };
}

function closed(): Error {
  return new Error("The media reader is closed.");
}
