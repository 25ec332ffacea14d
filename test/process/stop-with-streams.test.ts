import { expect, it } from "vitest";
import { waitFor } from "../support/gateway/scripted-gateway.ts";
import { subscribe } from "../support/gateway/subscribe.ts";
import { cloudAt, startProcess } from "../support/process/process.ts";
import { startFileUpstream } from "../support/upstream/file-upstream.ts";

it("stops at once though streams are open, and completes them", async () => {
  await using upstream = await startFileUpstream();
  await using app = await startProcess(cloudAt(upstream.url));
  const streams = await Promise.all([1, 2, 3].map(() => subscribe(app.url, waitFor("oss://photos/a.jpg"))));
  await expect.poll(() => upstream.requests.length).toBeGreaterThan(0);

  const began = performance.now();
  app.kill("SIGTERM");

  for (const stream of streams) expect(await stream.rest()).toEqual([{ event: "complete" }]);
  expect(await app.exited).toBe(0);
  // Of an idle connection it waits a second for a request; for a stream, were that not ended, 8.5.
  expect(performance.now() - began).toBeLessThan(5_000);
  const ended = app.log.filter(({ msg }) => msg === "stream");
  expect(ended).toMatchObject([{ end: "stopped" }, { end: "stopped" }, { end: "stopped" }]);
});
