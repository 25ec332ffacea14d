import { setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { ready, type Reading, type Reply, type Request } from "./messages.ts";
import { readFile } from "./read-file.ts";

const [parent, maxMemoryMb, readAtOnce] = process.argv.slice(2).map(Number);

// Whoever waits for an answer goes first.
setPriority(5);

// A file can keep this thread busy for ever: a second one watches over the process.
new Worker(new URL("watchdog.js", import.meta.url), { workerData: { parent, maxMemoryMb } }).unref();

process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

process.send!(ready);

const waiting: Request[] = [];
let reading = 0;

process.on("message", (request: Request) => {
  waiting.push(request);
  if (reading < readAtOnce!) void readNext();
});

async function readNext(): Promise<void> {
  reading += 1;
  for (let next = waiting.shift(); next; next = waiting.shift()) await read(next);
  reading -= 1;
}

async function read({ id, request }: Request): Promise<void> {
  const reply = (found?: Reading) => process.send!({ id, ...(found && { reading: found }) } satisfies Reply);
  try {
    reply(await readFile(request, () => reply()));
  } catch (error) {
    console.error(error);
    reply({ fields: {}, reason: "[InternalError] The file can't be read." });
  }
}
