import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { ready, type Reply, type Request } from "./messages.ts";

export interface ReadingProcess {
  send(requests: readonly Request[]): void;
  /** Ends it at once, whatever it does. */
  kill(): void;
  readonly ended: Promise<unknown>;
}

/** How a process ended. */
export interface End {
  /** Whether it has run at all: if not, no file is to blame. */
  readonly hasRun: boolean;
  readonly signal: NodeJS.Signals | null;
  /** For the log: how it ended, and the last lines that it wrote. */
  readonly message: string;
}

export interface ReadingProcessOptions {
  readonly program: URL;
  readonly maxMemoryMb: number;
  onReplies(replies: readonly Reply[]): void;
  onEnd(end: End): void;
}

/** How many files it reads at the same time, in the order in which they are sent: while one is read, another is parsed. */
export const readAtOnce = 4;

const keptOutput = 2000;

/** Starts a process that reads files; it ends with this one, however this one ends. If it can't start, it ends at once. */
export function startReadingProcess(options: ReadingProcessOptions): ReadingProcess {
  let hasRun = false;
  let output = "";
  const end = ({ signal, message }: Omit<End, "hasRun">) =>
    options.onEnd({ signal, hasRun, message: [message, output.trim()].filter(Boolean).join(": ") });
  let child: ChildProcess;
  try {
    child = forkWith(options);
  } catch (error) {
    return { send() {}, kill() {}, ended: Promise.resolve(notStarted(error)).then(end) };
  }
  // Without a file descriptor that is free there are no pipes to it.
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    output = (output + text).slice(-keptOutput);
  });
  child.on("message", (message) => {
    if (message === ready) hasRun = true;
    else options.onReplies(message as Reply[]);
  });
  return {
    // If it is gone, its end says so.
    send: (requests) => void (child.connected && child.send(requests as Request[], () => {})),
    kill: () => void child.kill("SIGKILL"),
    ended: endOf(child).then(end),
  };
}

function forkWith({ program, maxMemoryMb }: ReadingProcessOptions): ChildProcess {
  return fork(program, [process.pid, maxMemoryMb, readAtOnce].map(String), {
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${Math.ceil(maxMemoryMb / 2)}`],
    // Each arena of the allocator keeps memory of its own.
    env: { MALLOC_ARENA_MAX: "2" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

async function endOf(child: ChildProcess): Promise<Omit<End, "hasRun">> {
  try {
    const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
    return { signal, message: `The process that reads media ended (${signal ?? `code ${code}`})` };
  } catch (error) {
    return notStarted(error);
  }
}

function notStarted(error: unknown): Omit<End, "hasRun"> {
  return { signal: null, message: `The process that reads media didn't start (${String(error)})` };
}
