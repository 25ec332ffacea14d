// Loaded into a measured process before its own code: tells what it has used.
process.on("message", (question) => {
  if (question === "usage") {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
  }
  if (question === "heap") {
    globalThis.gc?.();
    process.send?.(process.memoryUsage().heapUsed);
  }
});
process.on("disconnect", () => process.exit());
process.channel?.unref();
