import { inCalls } from "../../contract/in-calls.ts";
import type * as wire from "../../contract/wire.ts";
import { CancellationToken } from "../../imm/cancellation-token.ts";
import type { Imm } from "../../imm/client.ts";
import type { Clock } from "../../imm/clock.ts";
import type { ImmError } from "../../imm/error.ts";
import { denied } from "../../imm/permissions.ts";
import type { CallReport } from "../../imm/transport.ts";
import { isFileMissing, mayBeAboutFile, mayPass } from "../loading/read-failures.ts";
import type { FileListener, PolledFile } from "./file-listener.ts";
import { isSettled, statusFields } from "./file-status.ts";

/** What polls are made with. */
export interface PollingTools {
  readonly imm: Imm;
  readonly clock: Clock;
  /** Is told of every finished call. */
  readonly onCall?: ((call: CallReport) => void) | undefined;
  /** Is told of a call that failed, where the one before didn't. */
  readonly onFailure?: ((error: ImmError) => void) | undefined;
}

/** A dataset, as IMM names it. */
export type DatasetNames = Pick<wire.BatchGetFileMetaRequest, "DatasetName" | "ProjectName">;

/** The one poll of a dataset, however many wait for its files; once nobody does it has ended. */
export interface DatasetPolling {
  /**
   * Begins to ask for a listener's files.
   *
   * @throws ImmError if its caller may not read them.
   */
  add(listener: FileListener): void;
  remove(listener: FileListener): void;
  readonly isIdle: boolean;
}

// How long after a poll the next one begins: at first, and at most, twice as long each time that it finds nothing.
const firstWaitMs = 1_000;
const maxWaitMs = 10_000;

// The longest that IMM may ask to be left alone.
const maxAskedWaitMs = 30_000;

// How often the calls of one poll are divided, where IMM refuses them for one of their files.
const maxDivisions = 16;

// A poll is nobody's request: it has a deadline of its own.
const pollMs = 15_000;

interface Outcome {
  readonly hasSettled: boolean;
  readonly retryAfterMs: number;
}

const nothing: Outcome = { hasSettled: false, retryAfterMs: 0 };

/** Makes the poll of a dataset, which rests until somebody listens. */
export function createDatasetPolling(
  dataset: DatasetNames,
  { imm, clock, onCall, onFailure }: PollingTools,
): DatasetPolling {
  const listeners = new Set<FileListener>();
  const waiting = new Map<string, Set<FileListener>>();
  let polls = 0;
  let divisions = 0;
  let waitMs = firstWaitMs;
  let lastBegan = -Infinity;
  let isPolling = false;
  let hasJoined = false;
  let hasFailed = false;
  let cancelTimer: (() => void) | undefined;
  const cancellation = new CancellationToken();

  const denialOf = ({ caller }: FileListener) => {
    const authorization = imm.for({ caller }).decide("BatchGetFileMeta", dataset);
    return authorization && !authorization.decision.allowed
      ? denied("BatchGetFileMeta", authorization)
      : undefined;
  };

  const schedule = (ms: number) => {
    cancelTimer?.();
    cancelTimer = clock.after(ms, () => void poll());
  };

  async function poll(): Promise<void> {
    isPolling = true;
    hasJoined = false;
    lastBegan = clock.elapsed();
    // Policies can depend on the time.
    for (const listener of listeners) {
      const denial = denialOf(listener);
      if (denial) listener.fail(denial);
      else listener.polls += 1;
    }
    divisions = 0;
    polls += 1;
    const uris = rotated([...waiting.keys()], (polls - 1) * maxDivisions);
    let longestWaitMs = 0;
    let hasSettled = false;
    // One call after the other, so that polls leave IMM to whoever asks now.
    for (const some of inCalls(uris, (uri) => uri)) {
      const outcome = await read(some);
      hasSettled ||= outcome.hasSettled;
      longestWaitMs = Math.max(longestWaitMs, outcome.retryAfterMs);
    }
    isPolling = false;
    if (listeners.size === 0) return;
    if (hasSettled || hasJoined) waitMs = firstWaitMs;
    schedule(Math.max(waitMs, Math.min(longestWaitMs, maxAskedWaitMs)));
    waitMs = Math.min(2 * waitMs, maxWaitMs);
  }

  /** Asks for files, and hands over those that are settled. A call that IMM refuses for one of them is divided. */
  async function read(uris: readonly string[]): Promise<Outcome> {
    const awaited = uris.filter((uri) => waiting.has(uri));
    const [first] = waiting.get(awaited[0] ?? "") ?? [];
    if (!first) return nothing;
    try {
      const files = await ask(first, awaited);
      hasFailed = false;
      return { hasSettled: files.filter(settle).length > 0, retryAfterMs: 0 };
    } catch (error) {
      if (mayBeAboutFile(error)) {
        if (awaited.length > 1) return readDivided(awaited);
        // It isn't indexed yet.
        if (isFileMissing(error)) return nothing;
        if (!mayPass(error)) return { hasSettled: refuse(awaited[0]!, error), retryAfterMs: 0 };
      }
      if (mayPass(error)) {
        if (!hasFailed) onFailure?.(error);
        hasFailed = true;
        return { hasSettled: false, retryAfterMs: error.retryAfterMs ?? 0 };
      }
      for (const uri of awaited) for (const listener of waiting.get(uri) ?? []) listener.fail(error);
      return nothing;
    }
  }

  async function readDivided(uris: readonly string[]): Promise<Outcome> {
    // If IMM refuses each that it hasn't indexed, they would take twice as many calls as there are files.
    if (divisions >= maxDivisions) return nothing;
    divisions += 1;
    const half = Math.ceil(uris.length / 2);
    const one = await read(uris.slice(0, half));
    const other = await read(uris.slice(half));
    return {
      hasSettled: one.hasSettled || other.hasSettled,
      retryAfterMs: Math.max(one.retryAfterMs, other.retryAfterMs),
    };
  }

  async function ask({ caller }: FileListener, uris: readonly string[]): Promise<readonly wire.File[]> {
    const client = imm.for({ caller, withinMs: pollMs, signal: cancellation, onCall });
    const params = { ...dataset, URIs: [...uris], WithFields: [...statusFields] };
    const { Files: files } = await client.call("BatchGetFileMeta", params);
    return files ?? [];
  }

  function settle(file: wire.File): boolean {
    const { URI = "" } = file;
    return isSettled(file) && handOver({ ...file, ...dataset, URI });
  }

  function refuse(URI: string, refusal: unknown): boolean {
    return handOver({ ...dataset, URI, refusal });
  }

  function handOver(file: PolledFile): boolean {
    const waitingForIt = waiting.get(file.URI);
    if (!waitingForIt) return false;
    waiting.delete(file.URI);
    for (const listener of waitingForIt) {
      listener.awaited.delete(file.URI);
      listener.settle(file);
    }
    return true;
  }

  return {
    add(listener) {
      const denial = denialOf(listener);
      if (denial) throw denial;
      listeners.add(listener);
      for (const uri of listener.awaited) {
        const others = waiting.get(uri);
        if (others) others.add(listener);
        else waiting.set(uri, new Set([listener]));
      }
      waitMs = firstWaitMs;
      hasJoined = true;
      if (!isPolling) schedule(Math.max(0, lastBegan + firstWaitMs - clock.elapsed()));
    },
    remove(listener) {
      if (!listeners.delete(listener)) return;
      for (const uri of listener.awaited) {
        const others = waiting.get(uri);
        others?.delete(listener);
        if (others?.size === 0) waiting.delete(uri);
      }
      if (listeners.size > 0) return;
      cancelTimer?.();
      cancellation.abort(new Error("Nobody waits for it any more."));
    },
    get isIdle() {
      return listeners.size === 0;
    },
  };
}

/** So that each of them comes first at some time. */
function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = items.length > 0 ? by % items.length : 0;
  return [...items.slice(start), ...items.slice(0, start)];
}
