import { pino } from "pino";
import { startApp } from "./app.ts";
import { readConfig } from "./config.ts";

const logger = pino(pino.destination({ dest: 2, sync: true }));

try {
  const app = await startApp(readConfig(process.env), { logger });
  // A signal may come twice: from the terminal, and handed on by npm.
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // So long a stop may take in all, also where a write to IMM is still on its way.
    setTimeout(() => process.exit(0), 10_000);
    try {
      await app[Symbol.asyncDispose]();
      process.exit(0);
    } catch (error) {
      logger.error(error);
      process.exit(1);
    }
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);

  // Whoever reads this may already send a signal.
  console.log(app.addresses.join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
