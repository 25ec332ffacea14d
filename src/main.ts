import { createLogOutput } from "./log-output.ts";

// How long a stop may take in all, even if a write to IMM is still in flight.
const stopMs = 10_000;

// Long enough for a reader that reads.
const flushMs = 250;

let logLost = (_lines: number) => {};
const output = createLogOutput(process.stderr, { onRoom: (lines) => logLost(lines) });
// Whoever read the addresses may be gone.
process.stdout.on("error", () => {});

let isStopping = false;

async function exit(code: number): Promise<never> {
  await output.flush(flushMs);
  process.exit(code);
}

/** Loads and starts everything; the handlers of signals are there before, since process 1 is ended by nothing else. */
async function start() {
  const [{ pino }, { readConfig }, { startApp }] = await Promise.all([
    import("pino"),
    import("./config.ts"),
    import("./app.ts"),
  ]);
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel === "off" ? "silent" : config.logLevel }, output);
  logLost = (lines) =>
    logger.error({ lines }, "log lines were lost: their reader was too slow, or the disk full");
  const explorerFolder = new URL("explorer/", import.meta.url);
  const app = await startApp(config, { logger, lostLogLines: () => output.lost, explorerFolder });
  return { logger, app };
}

// A signal may come twice: from the terminal, and handed on by npm.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), stopMs);
    const running = await started.catch(() => undefined);
    // A start that fails ends the process itself.
    if (!running) return;
    try {
      await running.app[Symbol.asyncDispose]();
      await exit(0);
    } catch (error) {
      running.logger.error(error);
      await exit(1);
    }
  });
}

const started = start();
try {
  const { app } = await started;
  // Whoever reads this may already send a signal.
  if (!isStopping) console.log(app.addresses.join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await exit(1);
}
