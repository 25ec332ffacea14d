import { isatty } from "node:tty";
import { createLogOutput } from "./log-output.ts";

// How long a stop may take in all, even if a write to IMM is still in flight.
const stopMs = 10_000;

// Long enough for a reader that reads.
const flushMs = 250;

const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));

let onLostLines = (_lines: number) => {};
const output = createLogOutput(process.stderr, { onWritable: (lines) => onLostLines(lines) });
// The reader of the addresses may be gone.
process.stdout.on("error", () => {});

const args = process.argv.slice(2);
let isRunning = false;
let isStopping = false;

// Before anything else is loaded: as process 1, a signal that nobody listens to is ignored. A command is ended by them.
if (args.length === 0) {
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
}

const started = start();
try {
  const running = await started;
  if (!running) await exit(0);
  else {
    await output.flush(flushMs);
    // The reader of this may send a signal at once.
    if (!isStopping) console.log(running.app.addresses.join("\n"));
  }
} catch (error) {
  await output.flush(flushMs);
  console.error(error instanceof Error ? whatToDo(error) : error);
  await exit(1);
}

/** Reads the settings, then loads and starts everything, or runs the command that there is and answers undefined. */
async function start() {
  // Settings that can't be used are reported before anything else is loaded, and a command loads no gateway.
  const { readConfig } = await import("./config.ts");
  const config = readConfig(process.env);
  if (args.length > 0) {
    const { runBackupCommand } = await import("./backup-command.ts");
    console.log(await runBackupCommand(args, config));
    return undefined;
  }
  const [{ pino }, { startApp }] = await Promise.all([import("pino"), import("./app.ts")]);
  const logger = pino({ level: config.logLevel === "off" ? "silent" : config.logLevel }, output);
  onLostLines = (lines) =>
    logger.error({ lines }, "log lines were lost: their reader was too slow, or the disk full");
  const explorerFolder = new URL("explorer/", import.meta.url);
  const mediaProgram = new URL("local-imm/media/media-process.js", import.meta.url);
  const lostLogLines = () => output.lost;
  const app = await startApp(config, { logger, lostLogLines, explorerFolder, mediaProgram });
  isRunning = true;
  return { logger, app };
}

/** Stops what was started. A signal may come twice: from the terminal, and handed on by npm. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => end(isRunning ? 0 : 1), stopMs);
  const running = await started.catch(() => undefined);
  // What fails to start ends the process itself.
  if (!running) return;
  try {
    await running.app[Symbol.asyncDispose]();
    await exit(0);
  } catch (error) {
    running.logger.error(error);
    await exit(1);
  }
}

async function exit(code: number): Promise<void> {
  await output.flush(flushMs);
  end(code);
}

function end(code: number): void {
  // Node aborts if a terminal that it was started with is gone: then the hang-up ends it, as it does by default.
  if (!terminals.every((descriptor) => isatty(descriptor))) {
    process.removeAllListeners("SIGHUP");
    process.kill(process.pid, "SIGHUP");
  }
  process.exit(code);
}

/** An error's message, with what to do if too many files are open: that can happen wherever one is opened. */
function whatToDo({ message, code, cause }: NodeJS.ErrnoException): string {
  const codes = [code, (cause as NodeJS.ErrnoException | undefined)?.code];
  return codes.some((each) => each === "EMFILE" || each === "ENFILE")
    ? `${message}\nToo many files are open: raise the limit (\`ulimit -n 1024\`) and start again.`
    : message;
}
