import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Authenticate } from "../../../src/gateway/callers/authenticate.ts";
import { parseTokens, tokenCallers } from "../../../src/gateway/callers/static-tokens.ts";
import { impatientClock } from "../../support/clock.ts";
import { gatewayTo, loggerTo, type TestGatewayOptions } from "../../support/gateway/gateway.ts";
import { post, times } from "../../support/gateway/post.ts";
import { secretRequests, secrets } from "../../support/gateway/secrets.ts";
import { bytes, json, raw, startUpstream, type Responder } from "../../support/upstream/upstream.ts";

const byHeader: Authenticate = ({ headers }) => {
  const name = headers.get("authorization");
  return name ? { name, roles: [] } : undefined;
};

const sha256 = createHash("sha256").update("s3cret-token").digest("hex");
const byToken = tokenCallers(parseTokens([{ name: "ann", roles: [], sha256 }]), { logger: loggerTo([]) });

/** An upstream that knows every project and dataset, and counts its answers. */
function everything(): Responder {
  let count = 0;
  return (request, response) => {
    const { ProjectName, DatasetName } = { ...request.query, ...request.form };
    const thing = DatasetName ? { Dataset: { ProjectName, DatasetName } } : { Project: { ProjectName } };
    json(200, { RequestId: `R-${(count += 1)}`, ...thing })(request, response);
  };
}

async function open(answer: Responder, options: TestGatewayOptions = {}) {
  const upstream = await startUpstream(answer);
  const service = gatewayTo(upstream.url, { authenticate: byHeader, ...options });
  return {
    ...service,
    /** The line of a request. */
    async line(query: string, headers: Record<string, string> = { authorization: "ann" }) {
      await post(service.gateway, { query }, headers);
      const [line, ...others] = service.requests.splice(0);
      expect(others).toEqual([]);
      return line;
    },
    async [Symbol.asyncDispose]() {
      await upstream[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

const ms = expect.any(Number) as number;
const photos = 'dataset(projectName: "atlas", datasetName: "photos") { createTime }';

describe("the log", () => {
  it("has one line of a query", async () => {
    await using service = await open(everything());

    const line = await service.line(
      `query Overview { ${photos} more: ${photos.replace("atlas", "bare")} project(projectName: "news") { createTime } }`,
    );

    expect(line).toEqual({
      operation: "Overview",
      type: "query",
      caller: "ann",
      status: 200,
      ms,
      cost: 156,
      calls: { GetDataset: 2, GetProject: 1 },
      attempts: 3,
      requestIds: expect.arrayContaining(["R-1", "R-2", "R-3"]) as string[],
    });
    expect(service.log).toEqual([]);
  });

  it("has one line of a mutation, and no name where there is none", async () => {
    await using service = await open(everything());

    const line = await service.line(
      'mutation { createProject(input: { projectName: "atlas" }) { requestId } createDataset(input: { projectName: "bare", datasetName: "photos" }) { requestId } }',
    );

    expect(line).toEqual({
      type: "mutation",
      caller: "ann",
      status: 200,
      ms,
      cost: 104,
      calls: { CreateProject: 1, CreateDataset: 1 },
      attempts: 2,
      requestIds: ["R-1", "R-2"],
    });
  });

  it("has one line of what failed at IMM, beside that of the failure", async () => {
    await using service = await open(
      json(500, { RequestId: "R-9", Code: "InternalError", Message: "Of photos." }),
    );

    const line = await service.line(
      `mutation Drop { deleteDataset(input: { projectName: "atlas", datasetName: "photos" }) { requestId } }`,
    );

    expect(line).toMatchObject({
      operation: "Drop",
      status: 200,
      calls: { DeleteDataset: 1 },
      failed: { refused: 1 },
      requestIds: ["R-9"],
      codes: ["UPSTREAM_ERROR"],
    });
    expect(service.log).toEqual([
      '{"code":"UPSTREAM_ERROR","failure":"refused","imm":{"action":"DeleteDataset","code":"InternalError","httpStatus":500,"requestId":"R-9"},"times":1} DeleteDataset failed.',
    ]);
  });

  it("has one line of what failed in the same way, however often, and cuts what IMM says", async () => {
    await using service = await open(
      json(400, { RequestId: "R".repeat(1_000), Code: `SignatureDoesNotMatch${"C".repeat(1_000)}` }),
    );

    await service.line(`{ ${times(30, (index) => `d${index}: ${photos.replace("photos", `d-${index}`)}`)} }`);

    expect(service.log).toHaveLength(1);
    expect(service.log[0]).toContain('"times":30');
    expect(service.log[0]!.length).toBeLessThan(500);
  });

  it("has no line of each call that an open breaker refused", async () => {
    await using service = await open(raw("", "reset"));
    for (let made = 0; made < 4; made += 1) {
      await service.line(`{ ${photos.replace("photos", `d-${made}`)} }`);
    }
    service.log.length = 0;

    const line = await service.line(`{ ${photos} }`);

    expect(line).toMatchObject({ failed: { open: 1 }, codes: ["UPSTREAM_UNAVAILABLE"] });
    expect(service.log).toEqual([]);
  });

  it("has one line of who is turned away", async () => {
    await using service = await open(everything(), {
      rateLimit: { requests: 1, seconds: 60 },
      limits: { cost: 60 },
    });

    expect(await service.line("{ __typename }", {})).toEqual({ status: 401, ms, codes: ["UNAUTHENTICATED"] });
    expect(await service.line(`query Two { a: ${photos} b: ${photos.replace("photos", "films")} }`)).toEqual({
      operation: "Two",
      type: "query",
      caller: "ann",
      status: 200,
      ms,
      cost: 104,
      codes: ["OPERATION_TOO_LARGE"],
      limits: ["cost"],
    });
    expect(await service.line("{ __typename }")).toEqual({
      caller: "ann",
      status: 429,
      ms,
      codes: ["THROTTLED"],
      limits: ["rate"],
    });
    expect(await service.line("{", { authorization: "bob" })).toEqual({
      caller: "bob",
      status: 200,
      ms,
      codes: ["GRAPHQL_PARSE_FAILED"],
    });
  });

  it("has twenty RequestIds and the count of the others", async () => {
    await using service = await open(everything());
    const fields = times(25, (index) => `d${index}: ${photos.replace("photos", `d-${index}`)}`);

    const line = await service.line(`{ ${fields} }`);

    expect(line).toMatchObject({ calls: { GetDataset: 25 }, moreRequestIds: 5 });
    expect(line!["requestIds"]).toHaveLength(20);
  });

  it("cuts long names", async () => {
    await using service = await open(everything());

    const line = await service.line(`query ${"Q".repeat(500)} { __typename }`, {
      authorization: "a".repeat(500),
    });

    expect(line).toMatchObject({ operation: `${"Q".repeat(100)}…`, caller: `${"a".repeat(100)}…` });
  });

  it("has nothing that a request or an answer of IMM brought, but those names", async () => {
    const upstreams: Responder[] = [everything(), ...echoes, raw("", "reset"), lost, nonImmResponse];
    for (const answer of upstreams) {
      await using service = await open(answer, { authenticate: byToken, clock: impatientClock });
      for (const { path, init } of secretRequests) {
        await service.gateway.fetch(`http://localhost${path}`, init);
      }

      const log = [...service.log, JSON.stringify(service.requests)].join("\n");
      const graphs = secretRequests.filter(({ path }) => /\/graphql(\?|$)/.test(path));
      expect(service.requests).toHaveLength(graphs.length);
      for (const secret of secrets) expect(log).not.toContain(secret);
      expect(log).not.toMatch(/[?&][\w-]+=/);
    }
  });
});

/** Loses each write, and finds nothing when it is looked up. */
const lost: Responder = (request, response) =>
  (request.action.startsWith("Get")
    ? json(400, { RequestId: "R", Code: "ResourceNotFound" })
    : raw("", "reset"))(request, response);

/** What answers in IMM's place, with what it was sent. */
const nonImmResponse: Responder = (request, response) =>
  bytes(502, JSON.stringify(request))(request, response);

/** Upstreams that fail, and say what they were sent. */
const echoes: readonly Responder[] = [
  [400, "InvalidParameter"],
  [400, "Throttling"],
  [403, "NoPermission"],
  [500, "InternalError"],
  [400, "SignatureDoesNotMatch"],
].map(([status, Code]): Responder => (request, response) => {
  const Message = JSON.stringify(request);
  const Recommend = `https://next.api.aliyun.com/troubleshoot?q=${encodeURIComponent(Message)}`;
  json(Number(status), { RequestId: "R", Code, Message, Recommend })(request, response);
});
