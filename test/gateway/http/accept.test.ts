import { array, assert, asyncProperty, constantFrom, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { json, startUpstream } from "../../support/upstream/upstream.ts";

const query = 'mutation { createProject(input: { projectName: "atlas" }) { requestId } }';

/** A gateway over an IMM that makes every project, and what it answers who accepts something. */
async function open() {
  const upstream = await startUpstream(json(200, { RequestId: "R", Project: { ProjectName: "atlas" } }));
  const service = gatewayTo(upstream.url);
  return {
    calls: service.calls,
    requests: service.requests,
    async post(accept: string) {
      const response = await service.gateway.fetch("http://localhost/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", accept },
        body: JSON.stringify({ query }),
      });
      const { status, headers } = response;
      return { status, type: headers.get("content-type")?.split(";")[0], text: await response.text() };
    },
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

describe("who accepts", () => {
  it.each([
    "text/html",
    "application/xml",
    "application/graphql",
    "application/json;charset=utf-16",
    "none",
    "s3cret".repeat(100),
  ])("no type of an answer is refused before anything runs: %s", async (accept) => {
    await using service = await open();

    const { status, text } = await service.post(accept);

    const { errors } = JSON.parse(text) as { errors: { message: string; extensions: object }[] };
    expect([status, errors[0]!.extensions]).toEqual([406, { code: "BAD_REQUEST" }]);
    expect(errors[0]!.message).toMatch(
      /^The response can be application\/graphql-response\+json or application\/json, or text\/event-stream for a subscription; got accept ".{1,200}\.$/,
    );
    expect(service.calls).toEqual([]);
    expect(service.requests).toMatchObject([{ status: 406, codes: ["BAD_REQUEST"] }]);
  });

  it.each([
    ["*/*", "application/json"],
    ["application/*", "application/json"],
    ["application/json", "application/json"],
    ["Application/JSON ; charset=UTF-8", "application/json"],
    ["application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json"],
    ["text/html, */*;q=0.1", "application/json"],
    ["text/event-stream", "text/event-stream"],
    ["multipart/mixed", "multipart/mixed"],
  ])("%s is answered", async (accept, type) => {
    await using service = await open();

    expect(await service.post(accept)).toMatchObject({ status: 200, type });
    expect(service.calls).toHaveLength(1);
  });

  it("anything gets an answer, or nothing was done", async () => {
    await using service = await open();
    const type = constantFrom(
      ...["*/*", "*", "application/*", "*/json", "application/json", "text/event-stream"],
      ...[
        "multipart/mixed",
        "multipart/*",
        "text/html",
        "image/*",
        "",
        "json",
        "APPLICATION/GRAPHQL-RESPONSE+JSON",
      ],
    );
    const parameter = constantFrom(
      "",
      ";q=0",
      "; q=0.5",
      ";charset=utf-8",
      "; charset=UTF-8",
      ";charset=latin1",
    );
    const ranges = array(tuple(type, parameter), { minLength: 1, maxLength: 3 });

    await assert(
      asyncProperty(ranges, constantFrom(",", ", ", " , "), async (all, comma) => {
        service.calls.length = 0;

        const { status, text } = await service.post(all.map((range) => range.join("")).join(comma));

        expect([status, service.calls.length, text !== ""]).toEqual(
          status === 200 ? [200, 1, true] : [406, 0, true],
        );
      }),
      { numRuns: 300 },
    );
  });
});
