import { once } from "node:events";
import { realpathSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { type BindingCounts, startBindings } from "./bindings/bindings.ts";
import { createBuckets } from "./buckets/buckets.ts";
import { systemClock } from "./buckets/clock.ts";
import { createHandler } from "./http/handler.ts";
import { createResponder } from "./http/respond.ts";
import { type IndexerCounts, startIndexer } from "./indexing/indexer.ts";
import type { LocalKey } from "./keys.ts";
import { createMediaReader } from "./media/reader.ts";
import { StoreError } from "./store/database/store-error.ts";
import { openStore } from "./store/store.ts";
import { systemTime } from "./time.ts";

export interface LocalImmOptions {
  /** The data folder: `imm.db` and `buckets/`. */
  dir: string;
  /** The folders of buckets that aren't in `buckets/`, by the bucket's name; they are only read. */
  buckets?: Readonly<Record<string, string>>;
  /** A port of the loopback interface; 0 picks one. */
  port: number;
  region: string;
  accountId: string;
  keys: readonly LocalKey[];
  /** Nanoseconds since the epoch; the system clock, unless given. */
  now?: () => bigint;
  /** The program that reads files, `media/media-process.js`. Default: the one beside this file. */
  mediaProgram?: URL;
  /**
   * Called for bugs, which are an InternalError to callers, and for problems of the store, ServiceUnavailable to them:
   * for the same problem once a minute at most.
   */
  onError?: (error: unknown) => void;
  /** Is told what bindings do, as sentences for a log. */
  onNotice?: (notice: string) => void;
}

export interface LocalImmCounts extends IndexerCounts {
  readonly bindings: BindingCounts;
}

export interface LocalImm extends AsyncDisposable {
  /** Where it answers: `http://127.0.0.1:4100`. */
  readonly url: string;
  /** Why nothing can be stored, if so: the file and what is wrong with it, without its folder. */
  problem(): string | undefined;
  /** What it has indexed since the start, and what waits. */
  counts(): LocalImmCounts;
  /** Ends when everything that is in the bound buckets by now, or was called for, is indexed. */
  settled(): Promise<void>;
  /** Stops accepting, finishes what is in flight and closes the store. */
  close(): Promise<void>;
}

const host = "127.0.0.1";
// A call takes milliseconds: what lasts longer is a client that doesn't send on.
const graceMs = 1_000;
// A batch of 100 files travels in the query string.
const maxHeaderSize = 256 * 1024;
// Longer than a client's pool keeps a connection: else it may send a call on one that is being closed.
const keepAliveTimeout = 75_000;

/** Starts an HTTP service on loopback that speaks IMM's wire and keeps in a folder what it is told. */
export async function startLocalImm(options: LocalImmOptions): Promise<LocalImm> {
  const { dir, port, now = systemTime } = options;
  const store = openStore(dir);
  const onError = onceAMinute(options.onError, now);
  const { onNotice = () => {} } = options;
  const buckets = createBuckets({ dir, folders: options.buckets ?? {} });
  const program = options.mediaProgram ?? new URL("media/media-process.js", import.meta.url);
  const reader = createMediaReader({ program, onError });
  const { after } = systemClock;
  const indexer = startIndexer({
    ...{ store, buckets, reader, now, after, onError, onNotice },
    onNoRoom: (BindingId) => bindings.stopForRoom(BindingId),
  });
  const bindings = startBindings({
    ...{ store, buckets, indexer, now, onError, onNotice },
    clock: systemClock,
    except: realpathSync(dir),
  });
  const context = { ...options, store, now, buckets, bindings, indexer, reader };
  const respond = createResponder({ handle: createHandler(context), onError });
  // Connections that have asked for nothing yet: Node's own `closeIdleConnections` leaves them open.
  const silent = new Set<Socket>();
  // Of each call that isn't answered yet.
  const unanswered = new Set<AbortController>();
  const server = createServer({ maxHeaderSize, keepAliveTimeout }, async (request, response) => {
    silent.delete(request.socket);
    const left = new AbortController();
    unanswered.add(left);
    response.once("close", () => {
      unanswered.delete(left);
      // Who has the answer hasn't left: an error for each call would cost as much as its signature.
      if (!response.writableFinished) left.abort();
    });
    const answer = await respond(request, left.signal);
    if (!answer) return;
    // A connection kept open would hold up `close`.
    if (!server.listening) response.shouldKeepAlive = false;
    response.writeHead(answer.status, answer.headers);
    response.cork();
    for (const piece of answer.pieces) response.write(piece);
    response.end();
  });

  server.on("connection", (socket) => {
    silent.add(socket);
    socket.once("close", () => silent.delete(socket));
  });

  const closeStore = async () => {
    try {
      await bindings[Symbol.asyncDispose]();
      await indexer[Symbol.asyncDispose]();
      await reader[Symbol.asyncDispose]();
      store[Symbol.dispose]();
    } catch (error) {
      // What was acknowledged is in the log, which the next start reads.
      onError(error);
    }
  };

  try {
    await listen(server, port);
  } catch (error) {
    await closeStore();
    throw error;
  }

  const stop = async () => {
    const closed = once(server, "close");
    server.close();
    for (const socket of silent) socket.destroy();
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(timer);
    // The server is closed before the connections say that they are, and a search would go on without its store.
    for (const left of unanswered) left.abort();
    await closeStore();
  };
  let stopped: Promise<void> | undefined;
  const close = () => (stopped ??= stop());
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    problem() {
      const problem = store.problem();
      if (problem) onError(problem);
      return problem?.summary;
    },
    counts: () => ({ ...indexer.counts(), bindings: bindings.counts() }),
    settled: async () => {
      await bindings.settled();
      await indexer.settled();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function onceAMinute(onError: LocalImmOptions["onError"], now: () => bigint): (error: unknown) => void {
  const reported = new Map<string, bigint>();
  return (error) => {
    if (error instanceof StoreError) {
      const time = now();
      if (time - (reported.get(error.message) ?? -minute) < minute) return;
      reported.set(error.message, time);
    }
    try {
      onError?.(error);
    } catch {
      // A log that fails is no reason to leave a call without its answer.
    }
  };
}

const minute = 60_000_000_000n;

async function listen(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another port would be no better.
    if (code === "EMFILE" || code === "ENFILE") throw error;
    const reason = code === "EADDRINUSE" ? "is already in use" : `can't be listened on (${code})`;
    throw new Error(
      `Port ${port} of ${host} ${reason}: choose another for the local IMM; 0 picks a free one.`,
      {
        cause: error,
      },
    );
  }
}
