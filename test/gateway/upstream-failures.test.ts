import { describe, expect, it } from "vitest";
import { systemClock } from "../../src/imm/clock.ts";
import { testClock } from "../support/clock.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";
import { json, neverRespond, raw, startUpstream, type Responder } from "../support/upstream/upstream.ts";

const Project = { ProjectName: "atlas", Description: "maps" };
const project = json(200, { RequestId: "R1", Project });
const datasets = json(200, { RequestId: "R2", Datasets: [] });

/** Answers each action as told. */
const answering =
  (answers: Readonly<Record<string, Responder>>): Responder =>
  (request, response) =>
    answers[request.action]!(request, response);

describe("the deadline of a request", () => {
  const query = `{ project(projectName: "atlas") { description datasets { nodes { datasetName } } } }`;

  it("is one for all its calls, and what was read by then is answered", async () => {
    const clock = testClock();
    const slowly: Responder = (request, response) =>
      void clock.advance(10_000).then(() => project(request, response));
    await using upstream = await startUpstream(answering({ GetProject: slowly, ListDatasets: neverRespond }));
    await using service = gatewayTo(upstream.url, { clock });

    const answer = service.send(query);
    await expect.poll(() => upstream.requests.map(({ action }) => action)).toContain("ListDatasets");
    await clock.advance(4_999);
    expect(service.calls).toHaveLength(1);
    await clock.advance(1);

    expect(await answer).toMatchObject({
      data: { project: { description: "maps", datasets: null } },
      errors: [
        {
          message: "ListDatasets did not finish before the request's deadline.",
          path: ["project", "datasets"],
          extensions: { code: "UPSTREAM_TIMEOUT", imm: { action: "ListDatasets" } },
        },
      ],
    });
    await upstream.requests[1]!.closed;
  });

  it.each([0, -1, Number.NaN])("is more than %d", (deadlineMs) => {
    expect(() => gatewayTo("http://127.0.0.1:1", { deadlineMs })).toThrow("deadlineMs must be more than 0");
  });

  it("is of each request its own", async () => {
    const clock = testClock();
    await using upstream = await startUpstream(answering({ GetProject: project, ListDatasets: datasets }));
    await using service = gatewayTo(upstream.url, { clock, deadlineMs: 1_000 });

    await service.send(query);
    await clock.advance(10_000);

    expect((await service.send(query)).errors).toBeUndefined();
    expect(clock.waiting).toBe(0);
  });
});

describe("a call that would start too late", () => {
  it("is refused with THROTTLED and when to come back, and the rest is answered", async () => {
    const clock = testClock();
    await using upstream = await startUpstream(answering({ GetProject: project, ListDatasets: datasets }));
    await using service = gatewayTo(upstream.url, { clock, callsPerSecond: 1, deadlineMs: 900 });

    const answer = await service.send(
      `{ project(projectName: "atlas") { description datasets { nodes { datasetName } } } }`,
    );

    expect(answer).toMatchObject({
      data: { project: { description: "maps", datasets: null } },
      errors: [
        {
          message:
            "ListDatasets was not sent: too many calls wait for their turn before it (1 a second may start).",
          extensions: { code: "THROTTLED", retryAfterMs: 1_000, imm: { action: "ListDatasets" } },
        },
      ],
    });
    expect(upstream.requests).toHaveLength(1);
  });
});

describe("an IMM that fails", () => {
  it("is left alone for 5 seconds: UPSTREAM_UNAVAILABLE, and when to come back", async () => {
    const clock = testClock();
    let isDown = true;
    await using upstream = await startUpstream((request, response) =>
      (isDown ? raw("", "reset") : project)(request, response),
    );
    // Nothing is waited for: of the clock only the time stands still.
    const { after } = systemClock;
    await using service = gatewayTo(upstream.url, { clock: { ...clock, after } });
    for (let made = 0; made < 4; made += 1)
      await service.send(`{ project(projectName: "p${made}") { id description } }`);
    const before = upstream.requests.length;

    const { errors } = await service.send(`{ project(projectName: "atlas") { description } }`);

    expect(errors).toMatchObject([
      {
        message: "GetProject was not sent: IMM fails, and the gateway leaves it alone for a moment.",
        extensions: { code: "UPSTREAM_UNAVAILABLE", imm: { action: "GetProject" } },
      },
    ]);
    expect(upstream.requests).toHaveLength(before);
    isDown = false;
    await clock.advance(5_000);
    expect(await service.send(`{ project(projectName: "atlas") { description } }`)).toEqual({
      data: { project: { description: "maps" } },
    });
  });
});
