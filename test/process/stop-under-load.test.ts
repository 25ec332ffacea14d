import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { startCollector } from "../support/process/collector.ts";
import { cloudAt, startProcess, stopSeenMs } from "../support/process/process.ts";
import { json, neverRespond, startUpstream } from "../support/upstream/upstream.ts";

const clients = 40;

const body = JSON.stringify({ query: '{ project(projectName: "atlas") { projectName } }' });
const headers = { "content-type": "application/json", "content-length": body.length };

/** Sends one request: its answer, or the code of why there is none. */
function send(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const outgoing = request(url, { method: "POST", agent, headers }, (response) => {
      text(response).then(
        (answer) => resolve(`${response.statusCode} ${answer}`),
        (error: NodeJS.ErrnoException) => resolve(`cut off: ${error.code}`),
      );
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => resolve(`${error.code}`));
    outgoing.end(body);
  });
}

it("is stopped amid requests on many connections, and answers every one that it took", async () => {
  // Each takes its own time, so that at any moment some are called, some answered, and some on their way.
  let calls = 0;
  await using upstream = await startUpstream((incoming, response) => {
    void setTimeout((calls++ % 7) * 5).then(() =>
      json(200, { RequestId: "R", Project: { ProjectName: "atlas" } })(incoming, response),
    );
  });
  await using app = await startProcess(cloudAt(upstream.url));
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
  expect(Date.now() - stopped).toBeLessThan(stopSeenMs);
  // Each client asked until nobody listened, or was let in no more at a door that closed.
  const { [answered]: _answers, ECONNREFUSED = 0, ECONNRESET = 0, ...others } = ends;
  expect([ECONNREFUSED + ECONNRESET, others]).toEqual([clients, {}]);
  // What was taken was answered, and what was answered was logged, to the last.
  expect(app.log.filter(({ msg }) => msg === "request")).toHaveLength(ends[answered]!);
  expect(app.log.filter(({ level }) => level > 30)).toEqual([]);
});

it("is stopped while IMM hangs, and says what is known of each request", async () => {
  await using collector = await startCollector();
  await using upstream = await startUpstream(neverRespond);
  await using app = await startProcess({
    ...cloudAt(upstream.url),
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: "60000",
  });
  const leaving = new AbortController();
  const write = (name: string, signal?: AbortSignal) =>
    fetch(app.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query: `mutation Write { createProject(input: { projectName: "${name}" }) { requestId } }`,
      }),
      ...(signal && { signal }),
    });
  const written = write("atlas");
  const left = write("maps", leaving.signal).catch(() => "left");
  const read = app.send("query Read { projects { nodes { id } } }");
  await expect.poll(() => upstream.requests.length).toBe(3);
  leaving.abort();
  expect(await left).toBe("left");

  const signalled = performance.now();
  app.kill("SIGTERM");

  const unknown = /^The answer to CreateProject was lost and its outcome is unknown/;
  expect(await (await written).json()).toMatchObject({
    errors: [{ message: expect.stringMatching(unknown) as string, extensions: { code: "UPSTREAM_TIMEOUT" } }],
  });
  expect((await read).errors).toMatchObject([
    { message: "ListProjects was given up: the gateway is being stopped." },
  ]);
  expect(await app.exited).toBe(0);
  expect(performance.now() - signalled).toBeLessThan(stopSeenMs);
  const lines = app.log.filter(({ msg }) => msg === "request");
  expect(lines).toHaveLength(3);
  expect(lines.filter((line) => "left" in line)).toHaveLength(1);
  expect(collector.spans.filter(({ name }) => name === "HTTP /graphql")).toHaveLength(3);
});
