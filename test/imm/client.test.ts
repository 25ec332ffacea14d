import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { describe, expect, it } from "vitest";
import type { Field } from "../../src/contract/contract-types.ts";
import { actions, elementType, isList, modelOf, parametersOf } from "../../src/contract/contract.ts";
import type { Action, Request } from "../../src/contract/wire.ts";
import { createImm } from "../../src/imm/client.ts";
import type { Clock } from "../../src/imm/clock.ts";
import { createCallStats, type CallReport } from "../../src/imm/transport.ts";
import { fixedCredentials } from "../../src/imm/transports/credentials.ts";
import { openapiTransport } from "../../src/imm/transports/openapi.ts";
import { testClock } from "../support/clock.ts";
import { gatewayTo, testKey } from "../support/gateway/gateway.ts";
import {
  json,
  neverRespond,
  raw,
  RequestId,
  startUpstream,
  type Responder,
} from "../support/upstream/upstream.ts";

const photos = { ProjectName: "atlas", DatasetName: "photos" };
const file = { ...photos, File: { URI: "oss://bucket/key" } };

/** Good as a reply of any action. */
const success = json(200, {
  RequestId,
  ProjectName: "atlas",
  Binding: { ...photos, URI: "oss://bucket" },
  Dataset: photos,
  Project: { ProjectName: "atlas" },
});

function connect(endpoint: string, options: { clock?: Clock } = {}) {
  const transport = openapiTransport({ endpoint, credentials: fixedCredentials(testKey) });
  return createImm({ transport, ...options });
}

/** Makes a call, and answers where each of its parameters arrived. */
async function arrival<A extends Action>(action: A, params: Request<A>) {
  await using upstream = await startUpstream(success);
  await using imm = connect(upstream.url);
  await imm.for({}).call(action, params);
  const { query, form, path } = upstream.requests[0]!;
  return { query, form, path };
}

describe("parameters", () => {
  it("travel in the query, all of CreateDataset's", async () => {
    // The types know nothing that is there and undefined; whoever calls may.
    const absent: object = { TemplateId: undefined };

    const { query, form } = await arrival("CreateDataset", {
      ...photos,
      ...absent,
      Description: "",
      DatasetMaxBindCount: 5,
      DatasetMaxTotalFileSize: 9007199254740993n,
      DatasetMaxEntityCount: "9223372036854775807",
      WorkflowParameters: [],
    });

    expect(form).toBeUndefined();
    expect(query).toEqual({
      ProjectName: "atlas",
      DatasetName: "photos",
      Description: "",
      DatasetMaxBindCount: "5",
      DatasetMaxTotalFileSize: "9007199254740993",
      DatasetMaxEntityCount: "9223372036854775807",
      WorkflowParameters: "[]",
    });
  });

  it("travel in the body, all of AddStoryFiles'", async () => {
    const Files = [{ URI: "oss://bucket/a b+c'(1).jpg" }];

    expect(await arrival("AddStoryFiles", { ...photos, ObjectId: "id", Files })).toEqual({
      path: "/",
      query: {},
      form: { ...photos, ObjectId: "id", Files: `[{"URI":"oss://bucket/a b+c'(1).jpg"}]` },
    });
  });

  it("travel in both, of CreateStory", async () => {
    const Notification = { MNS: { TopicName: "topic" } };
    const params = { ...photos, StoryType: "TimeMemory", MinFileCount: 3, UserData: "u" };

    expect(
      await arrival("CreateStory", { ...params, CustomLabels: { year: "2026" }, Notification }),
    ).toMatchObject({
      query: { UserData: "u", Notification: '{"MNS":{"TopicName":"topic"}}' },
      form: { ...photos, StoryType: "TimeMemory", MinFileCount: "3", CustomLabels: '{"year":"2026"}' },
    });
  });

  it("travel in both, of ContextualRetrieval", async () => {
    const params = { ...photos, RecallOnly: false, Messages: [{ Role: "user", Content: "cats" }] };

    expect(await arrival("ContextualRetrieval", params)).toMatchObject({
      query: { ...photos, RecallOnly: "false" },
      form: { Messages: '[{"Role":"user","Content":"cats"}]' },
    });
  });

  it.each([7, 9007199254740993n, "9007199254740993", "7"])(
    "have numbers of 64 bits as numbers, where they are JSON: %o",
    async (MetaLockVersion) => {
      const FigureCluster = { ObjectId: "007", MetaLockVersion };

      const { query } = await arrival("UpdateFigureCluster", { ...photos, FigureCluster });

      expect(query["FigureCluster"]).toBe(`{"ObjectId":"007","MetaLockVersion":${MetaLockVersion}}`);
    },
  );

  it.each(["a b+c*d~e(1)!'%", '?&=#;/\\"\u0000\n', "数据集 𠀀 Ωé", "=", " "])(
    "keep %j as it is, in the query and in the body",
    async (text) => {
      const { query } = await arrival("CreateDataset", { ...photos, Description: text });
      const { form } = await arrival("AddStoryFiles", { ...photos, ObjectId: text, Files: [] });

      expect([query["Description"], form?.["ObjectId"]]).toEqual([text, text]);
    },
  );

  it("hold no half of a surrogate pair", async () => {
    await using upstream = await startUpstream(success);
    await using imm = connect(upstream.url);

    await expect(
      imm.for({}).call("CreateDataset", { ...photos, Description: "\ud83d" }),
    ).rejects.toMatchObject({ failure: "refused", code: "InvalidDescription", action: "CreateDataset" });
    expect(upstream.requests).toEqual([]);
  });

  it("are those of the contract: others don't compile, and aren't sent", async () => {
    // @ts-expect-error IMM's name is WithStatistics.
    expect((await arrival("GetDataset", { ...photos, withStatistics: true })).query).toEqual(photos);
    // @ts-expect-error DatasetName is required.
    expect((await arrival("GetDataset", { ProjectName: "atlas" })).query).toEqual({ ProjectName: "atlas" });
    // @ts-expect-error A boolean is no text.
    expect((await arrival("GetDataset", { ...photos, WithStatistics: "yes" })).query).toMatchObject(photos);
    // @ts-expect-error IMM has no such action.
    await expect(arrival("GetDatasets", photos)).rejects.toThrow(TypeError);
  });
});

/** Where an action's parameters travel, those that aren't all in the query. */
const inBody: Partial<Record<Action, (name: string) => boolean>> = {
  AddStoryFiles: () => true,
  RemoveStoryFiles: () => true,
  UpdateStory: () => true,
  CreateCustomizedStory: () => true,
  CreateStory: (name) => !["Notification", "Tags", "UserData"].includes(name),
  ContextualRetrieval: (name) => ["Messages", "SmartClusterIds"].includes(name),
  DeleteLocationDateCluster: (name) => name === "ObjectId",
};

function plausible(field: Field, depth = 0): unknown {
  if (isList(field)) return [plausible({ ...field, type: elementType(field) }, depth + 1)];
  const members = modelOf(field);
  // A query holds queries.
  if (members) return depth > 3 ? {} : everyMember(members, depth + 1);
  if (field.type === "map<any>") return { label: "value" };
  if (field.type === "boolean") return true;
  return field.type === "string" ? (field.example ?? "text") : 7;
}

function everyMember(members: Readonly<Record<string, Field>>, depth = 0): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).map(([name, field]) => [name, plausible(field, depth)]));
}

describe("every parameter of the contract", () => {
  it.concurrent.each(actions)("of %s arrives where IMM reads it", async (action) => {
    const params = everyMember(parametersOf(action));
    const texts = Object.entries(params).map(([name, value]): [string, string] => [
      name,
      typeof value === "object" ? JSON.stringify(value) : String(value),
    ]);
    const isInBody = inBody[action];

    const { query, form } = await arrival(action, params as unknown as Request<Action>);

    expect(query).toEqual(Object.fromEntries(texts.filter(([name]) => !isInBody?.(name))));
    expect(form).toEqual(isInBody && Object.fromEntries(texts.filter(([name]) => isInBody(name))));
  });

  it("is of 54 actions", () => {
    expect(actions).toHaveLength(54);
  });
});

describe("onCall", () => {
  /** An upstream that takes 5 ms. */
  const slow = (answer: Responder) => {
    const clock = testClock();
    const slowly: Responder = (request, response) =>
      void clock.advance(5).then(() => answer(request, response));
    return { clock, slowly };
  };

  it("tells of a call that succeeded", async () => {
    const reports: CallReport[] = [];
    const { clock, slowly } = slow(success);
    await using upstream = await startUpstream(slowly);
    await using imm = connect(upstream.url, { clock });

    await imm.for({ onCall: (report) => reports.push(report) }).call("GetDataset", photos);

    expect(reports).toEqual([
      {
        action: "GetDataset",
        params: photos,
        outcome: "ok",
        code: undefined,
        status: 200,
        number: 1,
        startedAt: Date.parse("2026-01-02T03:04:05Z"),
        ms: 5,
        attempts: 1,
        throttled: 0,
        waitedMs: 0,
        shared: false,
        requestId: RequestId,
      },
    ]);
  });

  it.each<[string, Action, Responder, object]>([
    [
      "that IMM refused",
      "UpdateDataset",
      json(400, { RequestId, Code: "ResourceNotFound", Message: "No." }),
      { outcome: "refused", code: "ResourceNotFound", status: 400, requestId: RequestId },
    ],
    [
      "whose answer isn't IMM's",
      "UpdateDataset",
      json(200, { RequestId }),
      { outcome: "malformed", status: 200, requestId: RequestId },
    ],
    [
      "whose connection was cut",
      "IndexFileMeta",
      raw("", "reset"),
      { outcome: "unreachable", status: undefined, requestId: undefined },
    ],
  ])("tells of a call %s", async (_what, action, answer, expected) => {
    const reports: CallReport[] = [];
    const { clock, slowly } = slow(answer);
    await using upstream = await startUpstream(slowly);
    await using imm = connect(upstream.url, { clock });
    const client = imm.for({ onCall: (report) => reports.push(report) });

    await expect(client.call(action, file)).rejects.toThrow(/Dataset|IndexFileMeta|No\./);

    expect(reports).toMatchObject([{ action, params: file, number: 1, ms: 5, attempts: 1, ...expected }]);
  });

  it("is told once of a call, and fails it by nothing that it throws", async () => {
    const outcomes: string[] = [];
    await using upstream = await startUpstream(success);
    await using imm = connect(upstream.url);
    const client = imm.for({
      onCall({ outcome }) {
        outcomes.push(outcome);
        throw new Error("The teller failed.");
      },
    });

    await expect(client.call("UpdateDataset", photos)).resolves.toMatchObject({ RequestId });

    expect(outcomes).toEqual(["ok"]);
  });
});

describe("a call that can't be made", () => {
  it("says so where a credential has a line's end in it, and none of it", async () => {
    const securityToken = "s3cret\ntoken";
    const credentials = fixedCredentials({ ...testKey, securityToken });
    await using imm = createImm({
      transport: openapiTransport({ endpoint: "http://127.0.0.1:9", credentials }),
    });

    const failure: unknown = await imm
      .for({})
      .call("CreateDataset", photos)
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({ failure: "malformed", unsent: true });
    expect(String(failure)).not.toContain("s3cret");
  });

  it("was not sent where the client is closed", async () => {
    await using upstream = await startUpstream(success);
    const imm = connect(upstream.url);
    await imm[Symbol.asyncDispose]();

    await expect(imm.for({}).call("CreateDataset", photos)).rejects.toMatchObject({
      failure: "unreachable",
      unsent: true,
    });
    expect(upstream.requests).toEqual([]);
  });
});

describe("what IMM's clock says", () => {
  it("is of the moment in which the reply was whole, whenever its head came", async () => {
    const date = "Fri, 02 Jan 2026 03:04:05 GMT";
    await using upstream = await startUpstream((_request, response) => {
      response.writeHead(200, { date });
      const head = "undici:request:headers";
      const onHead = () => {
        unsubscribe(head, onHead);
        setTimeout(() => response.end(`"RequestId":"R"}`), 50);
      };
      subscribe(head, onHead);
      response.write("{");
    });
    const transport = openapiTransport({ endpoint: upstream.url, credentials: fixedCredentials(testKey) });
    const call = {
      action: "GetDataset",
      params: photos,
      deadline: Infinity,
      stats: createCallStats(),
    } as const;

    const reply = await transport.send(call);
    await transport[Symbol.asyncDispose]();

    expect(reply.date! - Date.parse(date)).toBeGreaterThanOrEqual(40);
  });
});

// A write that is neither looked up nor sent again, so that it is one call.
describe.each(["GetDataset", "IndexFileMeta"] as const)("the deadline of %s", (action) => {
  it("forbids a call when it has passed", async () => {
    const reports: CallReport[] = [];
    await using upstream = await startUpstream(success);
    await using imm = connect(upstream.url);
    const client = imm.for({ withinMs: 0, onCall: (report) => reports.push(report) });

    await expect(client.call(action, file)).rejects.toMatchObject({ action, failure: "timeout" });

    expect(upstream.requests).toEqual([]);
    expect(reports).toMatchObject([{ action, attempts: 0, status: undefined }]);
  });

  it("ends a call when it passes", async () => {
    const reports: CallReport[] = [];
    await using upstream = await startUpstream(neverRespond);
    await using imm = connect(upstream.url);
    const client = imm.for({ withinMs: 50, onCall: (report) => reports.push(report) });

    await expect(client.call(action, file)).rejects.toMatchObject({ action, failure: "timeout" });

    await upstream.requests[0]?.closed;
    expect(reports).toMatchObject([{ action, attempts: 1, status: undefined }]);
  });
});

describe("whoever leaves", () => {
  const left = new Error("They left.");

  it("cancels a read", async () => {
    const leaving = new AbortController();
    await using upstream = await startUpstream(() => leaving.abort(left));
    await using imm = connect(upstream.url);

    await expect(imm.for({ signal: leaving.signal }).call("GetDataset", photos)).rejects.toBe(left);
    await expect(upstream.requests[0]?.closed).resolves.toBeUndefined();
  });

  it("cancels a read while its answer comes", async () => {
    const leaving = new AbortController();
    await using upstream = await startUpstream((_request, response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("{", () => leaving.abort(left));
    });
    await using imm = connect(upstream.url);

    await expect(imm.for({ signal: leaving.signal }).call("GetDataset", photos)).rejects.toBe(left);
    await expect(upstream.requests[0]?.closed).resolves.toBeUndefined();
  });

  it("has no read begun", async () => {
    await using upstream = await startUpstream(success);
    await using imm = connect(upstream.url);
    const signal = AbortSignal.abort(left);

    await expect(imm.for({ signal }).call("GetDataset", photos)).rejects.toBe(left);
    expect(upstream.requests).toEqual([]);
  });

  it("lets a write run to its end", async () => {
    const leaving = new AbortController();
    await using upstream = await startUpstream((request, response) => {
      leaving.abort(left);
      success(request, response);
    });
    await using imm = connect(upstream.url);

    const reply = await imm.for({ signal: leaving.signal }).call("CreateDataset", photos);

    expect(reply).toMatchObject({ RequestId, Dataset: photos });
  });

  it("cancels the reads of an operation that a gateway runs", async () => {
    const leaving = new AbortController();
    await using upstream = await startUpstream(() => leaving.abort(left));
    await using gateway = gatewayTo(upstream.url);
    const query = `{ dataset(projectName: "atlas", datasetName: "photos") { description } }`;

    const response = gateway.gateway.fetch("http://localhost/graphql", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
      signal: leaving.signal,
    });

    await expect(response).rejects.toBe(left);
    await expect(upstream.requests[0]?.closed).resolves.toBeUndefined();
    expect(gateway.calls).toMatchObject([{ action: "GetDataset", status: undefined }]);
  });
});
