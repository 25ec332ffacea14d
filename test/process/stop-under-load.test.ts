import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { startProcess } from "../support/process.ts";
import { json, startUpstream } from "../support/upstream.ts";

const clients = 40;

const body = JSON.stringify({ query: '{ project(projectName: "atlas") { projectName } }' });
const headers = { "content-type": "application/json", "content-length": body.length };

/** Sends one request: its answer, or the code of why there is none. */
function send(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const asked = request(url, { method: "POST", agent, headers }, (response) => {
      text(response).then(
        (answer) => resolve(`${response.statusCode} ${answer}`),
        (error: NodeJS.ErrnoException) => resolve(`cut off: ${error.code}`),
      );
    });
    asked.on("error", (error: NodeJS.ErrnoException) => resolve(`${error.code}`));
    asked.end(body);
  });
}

it("is stopped amid requests on many connections, and answers every one that it took", async () => {
  // Each takes its own time, so that at any moment some are called, some answered, and some on their way.
  let calls = 0;
  await using upstream = await startUpstream((asked, response) => {
    void setTimeout((calls++ % 7) * 5).then(() =>
      json(200, { RequestId: "R", Project: { ProjectName: "atlas" } })(asked, response),
    );
  });
  await using app = await startProcess({
    IMM_BACKEND: "cloud",
    IMM_REGION: "cn-shanghai",
    IMM_ENDPOINT: upstream.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: "id",
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: "secret",
  });
  const ends: Record<string, number> = {};
  const answered = '200 {"data":{"project":{"projectName":"atlas"}}}';
  let stopped = 0;
  const count = (end: string) => {
    ends[end] = (ends[end] ?? 0) + 1;
    if (ends[answered] !== 5 * clients || stopped > 0) return;
    stopped = Date.now();
    app.kill("SIGTERM");
  };
  const client = async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let end = answered;
    while (end === answered) count((end = await send(app.url, agent)));
    agent.destroy();
  };

  await Promise.all(Array.from({ length: clients }, client));

  expect(await app.exited).toBe(0);
  expect(Date.now() - stopped).toBeLessThan(10_000);
  // Each client asked until nobody listened.
  expect(ends).toEqual({ [answered]: ends[answered], ECONNREFUSED: clients });
  // What was answered was logged, to the last.
  expect(app.log.filter(({ msg }) => msg === "request")).toHaveLength(ends[answered]!);
  expect(app.log.filter(({ level }) => level > 30)).toEqual([]);
});
