import type { Caller } from "../../imm/caller.ts";
import type { FileMeta } from "../loading/file-loader.ts";

/** What a poll has found out of a file. */
export interface PolledFile extends FileMeta {
  /** Why IMM tells nothing of it. */
  readonly refusal?: unknown;
}

/** Who waits for files of a dataset. */
export interface FileListener {
  readonly caller: Caller;
  /** The files that it still waits for. */
  readonly awaited: Set<string>;
  /** How often IMM was asked for its files. */
  polls: number;
  /** Hands over a file that it waits for. */
  settle(file: PolledFile): void;
  /** Ends it. What it has been handed before is still read. */
  fail(error: unknown): void;
}

/** The files that a listener waits for, each once it is settled: an iterator whose `return` ends it at once. */
export interface SettledFiles extends AsyncIterableIterator<PolledFile> {
  return(): Promise<IteratorReturnResult<undefined>>;
  /** How often IMM has been asked for them. */
  readonly polls: number;
}

const done = { done: true, value: undefined } as const;

/**
 * Makes a listener, and the iterator that reads it. It isn't a generator: one that is parked on a promise doesn't end
 * when it is told to.
 */
export function createFileListener(
  { caller, uris }: { readonly caller: Caller; readonly uris: readonly string[] },
  onEnd: (listener: FileListener) => void,
): { readonly listener: FileListener; readonly files: SettledFiles } {
  const awaited = new Set(uris);
  const settled: PolledFile[] = [];
  let failure: { readonly error: unknown } | undefined;
  let hasEnded = false;
  let wake = () => {};

  const end = () => {
    if (hasEnded) return;
    hasEnded = true;
    onEnd(listener);
    awaited.clear();
  };

  const listener: FileListener = {
    caller,
    awaited,
    polls: 0,
    settle(file) {
      settled.push(file);
      if (awaited.size === 0) end();
      wake();
    },
    fail(error) {
      if (hasEnded) return;
      failure = { error };
      end();
      wake();
    },
  };

  const files: SettledFiles = {
    get polls() {
      return listener.polls;
    },
    async next() {
      for (;;) {
        const value = settled.shift();
        if (value) return { done: false, value };
        if (failure) {
          const { error } = failure;
          failure = undefined;
          throw error;
        }
        if (hasEnded) return done;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    return() {
      settled.length = 0;
      failure = undefined;
      end();
      wake();
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]: () => files,
  };
  return { listener, files };
}
