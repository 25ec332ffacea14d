import { type Reading, type ReadRequest, repliesAtOnce, type Reply, tooLarge } from "./messages.ts";
import type { OperatorName } from "../operators/templates.ts";
import { systemClock } from "../buckets/clock.ts";
import { type End, readAtOnce, type ReadingProcess, startReadingProcess } from "./reading-process.ts";
import { startTimer, type Timer } from "./timer.ts";

/** A file that somebody waits for. */
export interface Job {
  readonly request: ReadRequest;
  resolve(reading: Reading): void;
  reject(error: Error): void;
  /** Why it couldn't be read with all of its operators. */
  readonly reason?: string;
  /** How often a process that read it alone was killed, by something else than this. */
  readonly kills?: number;
}

/** Where one process at a time reads files. */
export interface Workplace {
  /** Hands over files that wait, as many as the process has room for, when whoever calls has handed in all of them. */
  fill(): void;
  /** Ends the process; whoever waits for it learns why. */
  close(why: Error): Promise<void>;
}

export interface WorkplaceOptions {
  readonly program: URL;
  readonly timeoutMs: number;
  readonly maxMemoryMb: number;
  readonly idleMs: number;
  readonly waiting: Job[];
  readonly suspects: Job[];
  onError(error: Error): void;
}

// Before another process is started, where one couldn't be; each time twice as long.
const firstPauseMs = 500;
const longestPauseMs = 30_000;

// Those that it reads, and some more: while the store is busy for a moment, the process goes on.
const mostSent = 64;

// It reads some, and keeps what it tells of others for a moment.
const mostBegun = readAtOnce + repliesAtOnce - 1;

// The system kills where memory is short, which may be a file's fault.
const mostKills = 3;

interface Work {
  readonly job: Job;
  /** Since the process began to read it; undefined before. */
  timer?: Timer;
}

export function createWorkplace(options: WorkplaceOptions): Workplace {
  const { waiting, suspects, timeoutMs } = options;
  const works = new Map<number, Work>();
  let current: ReadingProcess | undefined;
  let leaving: Promise<unknown> | undefined;
  let isAlone = false;
  let isClosed = false;
  let isLate = false;
  let isFilling = false;
  let nextId = 0;
  let idle: NodeJS.Timeout | undefined;
  let pause: NodeJS.Timeout | undefined;
  let pauseMs = firstPauseMs;

  const start = (): ReadingProcess => {
    const process = startReadingProcess({
      ...options,
      onReplies: finish,
      // One that was sent away for being idle concerns nobody.
      onEnd: (end) => current === process && afterEnd(end),
    });
    return process;
  };

  const sendAway = () => {
    current?.kill();
    leaving = current?.ended;
    current = undefined;
  };

  const begin = (jobs: readonly Job[]) => {
    if (jobs.length === 0) return;
    clearTimeout(idle);
    current ??= start();
    const requests = jobs.map((job) => {
      const id = nextId++;
      works.set(id, { job });
      return { id, request: job.request };
    });
    current.send(requests);
    startTimers();
  };

  const giveUp = () => {
    isLate = true;
    current?.kill();
  };

  /** The process reads what was sent first; nobody waits for the others to begin. */
  const startTimers = () => {
    let left = readAtOnce;
    for (const work of works.values()) {
      if (left-- === 0) return;
      work.timer ??= startTimer(timeoutMs, giveUp, systemClock);
    }
  };

  const fill = () => {
    isFilling = false;
    if (isClosed || isLate || isAlone || pause) return;
    if (suspects.length === 0) return begin(waiting.splice(0, mostSent - works.size));
    if (works.size > 0) return;
    isAlone = true;
    begin(suspects.splice(0, 1));
  };

  /** Soon, so that what comes at the same time is sent together. */
  const fillSoon = () => {
    if (!isFilling) queueMicrotask(fill);
    isFilling = true;
  };

  const finish = (replies: readonly Reply[]) => {
    for (const reply of replies) finishOne(reply);
    startTimers();
    fill();
    clearTimeout(idle);
    if (works.size === 0) idle = setTimeout(sendAway, options.idleMs).unref();
  };

  const finishOne = ({ id, reading }: Reply) => {
    const work = works.get(id);
    if (!work) return;
    // A large file is read on.
    if (!reading) return void work.timer?.refresh();
    work.timer?.clear();
    works.delete(id);
    isAlone = false;
    pauseMs = firstPauseMs;
    work.job.resolve(work.job.reason === undefined ? reading : { ...reading, reason: work.job.reason });
  };

  const afterEnd = (end: End) => {
    current = undefined;
    clearTimeout(idle);
    for (const { timer } of works.values()) timer?.clear();
    const all = [...works.values()].map(({ job }) => job);
    const jobs = all.slice(0, mostBegun);
    const others = all.slice(mostBegun);
    works.clear();
    if (isClosed) return;
    if (!end.hasRun && !isLate) return startLater(end, [...jobs, ...others]);
    // It hadn't begun with these.
    waiting.unshift(...others);
    const isGuilty = isAlone || (isLate && jobs.length === 1);
    if (jobs.length > 0) options.onError(new Error(`${end.message}, while it read ${named(jobs)}`));
    if (!isGuilty) suspects.push(...jobs);
    else for (const job of jobs) judge(job, end);
    isAlone = false;
    isLate = false;
    fill();
  };

  /** Nothing can be read for now: no process, no memory, no program. */
  const startLater = (end: End, jobs: readonly Job[]) => {
    (isAlone ? suspects : waiting).unshift(...jobs);
    isAlone = false;
    options.onError(new Error(`Files wait to be read: ${end.message}`));
    pause = setTimeout(() => {
      pause = undefined;
      fill();
    }, pauseMs);
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  };

  const judge = (job: Job, end: End) => {
    const { kills = 0 } = job;
    const isFromOutside = end.signal === "SIGKILL" && !isLate;
    if (isFromOutside && kills < mostKills) suspects.push({ ...job, kills: kills + 1 });
    else fail(job, reasonOf(end, isLate, timeoutMs));
  };

  const fail = (job: Job, why: string) => {
    const others = withoutHash(job.request.operators);
    if (others) return void suspects.push({ ...job, request: { ...job.request, operators: others } });
    const reason = job.reason ?? why;
    const operators = safer(job.request.operators);
    if (!operators) return job.resolve({ fields: {}, reason });
    suspects.push({ ...job, request: { ...job.request, operators }, reason });
  };

  return {
    fill: fillSoon,
    async close(why) {
      isClosed = true;
      clearTimeout(idle);
      clearTimeout(pause);
      const jobs = [...works.values()];
      current?.kill();
      await Promise.all([current?.ended, leaving]);
      for (const { job } of jobs) job.reject(why);
    },
  };
}

// Of files that may have been read when a process ended.
const mostNamed = 3;

/** `a.jpg`, or `one of 19 files: a.jpg, b.jpg, c.jpg, …`. */
function named(jobs: readonly Job[]): string {
  const keys = jobs.slice(0, mostNamed).map(({ request }) => request.key);
  if (jobs.length === 1) return keys[0]!;
  const more = jobs.length > mostNamed ? ", …" : "";
  return `one of ${jobs.length} files: ${keys.join(", ")}${more}`;
}

// What a file can't make run long.
const safe: ReadonlySet<OperatorName> = new Set(["OSSMeta", "MIME"]);

const quick: ReadonlySet<OperatorName> = new Set([...safe, "EXIF"]);

/** The operators without the hash of a picture, which may be missing; undefined unless it alone can have taken so much. */
function withoutHash(operators: readonly OperatorName[]): readonly OperatorName[] | undefined {
  const others = operators.filter((name) => name !== "ExtractImageEmbeddings");
  return others.length < operators.length && others.every((name) => quick.has(name)) ? others : undefined;
}

/** With which operators a file is read that couldn't be read with these; undefined if there is no other way. */
function safer(operators: readonly OperatorName[]): readonly OperatorName[] | undefined {
  const kept = operators.filter((name) => safe.has(name));
  if (kept.length < operators.length) return kept;
  return kept.includes("MIME") ? kept.filter((name) => name !== "MIME") : undefined;
}

function reasonOf({ signal }: End, isLate: boolean, timeoutMs: number): string {
  if (isLate) return `[InternalError] Reading the file took more than ${timeoutMs / 1000} s.`;
  // V8 aborts above a bound of its own.
  const isMemory = signal === tooLarge || signal === "SIGABRT";
  if (isMemory) return "[InternalError] Reading the file took more memory than allowed.";
  if (signal === "SIGKILL") return "[InternalError] The process that read the file was killed.";
  return "[InternalError] Reading the file failed unexpectedly.";
}
