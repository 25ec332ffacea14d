// Loaded into a measured process before its own code: tells what it has used.
process.on("message", (question) => {
  if (question !== "usage") return;
  const { user, system } = process.cpuUsage();
  const memory = process.memoryUsage.rss();
  globalThis.gc?.();
  process.send?.({ cpu: user + system, memory, heap: process.memoryUsage().heapUsed });
});
process.channel?.unref();
