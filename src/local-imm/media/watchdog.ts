import { workerData } from "node:worker_threads";

import { tooLarge } from "./messages.ts";

const { parent, maxMemoryMb }: { parent: number; maxMemoryMb: number } = workerData;

// Two gigabytes are filled in a second.
setInterval(() => {
  const isOrphan = process.ppid !== parent;
  const isLarge = process.memoryUsage.rss() > maxMemoryMb * 1024 * 1024;
  if (isOrphan || isLarge) process.kill(process.pid, isLarge ? tooLarge : "SIGKILL");
}, 100);
