import { setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { ready, repliesAtOnce, type Reply, type Request } from "./messages.ts";
import { readFile } from "./read-file.ts";

const [parent, maxMemoryMb, readAtOnce] = process.argv.slice(2).map(Number);

// Whoever waits for an answer goes first.
setPriority(5);

// A file can keep this thread busy for ever: a second one watches over the process.
new Worker(new URL("watchdog.js", import.meta.url), { workerData: { parent, maxMemoryMb } }).unref();

// A terminal sends them to both processes, and systemd to all: the parent finishes what it has begun, and ends this one.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});

process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

process.send!(ready);

// Longer than most files take.
const longestWaitMs = 5;

const waiting: Request[] = [];
let reading = 0;
let replies: Reply[] = [];
let wait: NodeJS.Timeout | undefined;

process.on("message", (requests: Request[]) => {
  waiting.push(...requests);
  while (reading < readAtOnce! && waiting.length > 0) void readOn();
});

async function readOn(): Promise<void> {
  reading += 1;
  for (let next = waiting.shift(); next; next = waiting.shift()) await read(next);
  reading -= 1;
  if (reading === 0) send();
}

async function read({ id, request }: Request): Promise<void> {
  try {
    reply({ id, reading: await readFile(request, () => reply({ id })) });
  } catch (error) {
    console.error(error);
    reply({ id, reading: { fields: {}, reason: "[InternalError] The file can't be read." } });
  }
}

function reply(one: Reply): void {
  replies.push(one);
  if (replies.length === repliesAtOnce) send();
  else wait ??= setTimeout(send, longestWaitMs);
}

function send(): void {
  clearTimeout(wait);
  wait = undefined;
  if (replies.length > 0) process.send!(replies);
  replies = [];
}
