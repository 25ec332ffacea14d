import { Session } from "node:inspector/promises";

// Loaded into a measured process before its own code: tells what it has used, and what for.
const session = new Session();

process.on("message", async (question) => {
  if (question === "usage") {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() });
  }
  if (question === "heap") {
    globalThis.gc?.();
    process.send?.(process.memoryUsage().heapUsed);
  }
  if (question === "start profile") {
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.start");
    process.send?.("started");
  }
  if (question === "stop profile") {
    const { profile } = await session.post("Profiler.stop");
    session.disconnect();
    process.send?.(profile);
  }
});
process.on("disconnect", () => process.exit());
process.channel?.unref();
