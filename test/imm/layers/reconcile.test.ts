import { describe, expect, it } from "vitest";
import { createImm } from "../../../src/imm/client.ts";
import { systemClock, wait, type Clock } from "../../../src/imm/clock.ts";
import { ImmError } from "../../../src/imm/error.ts";
import { parsePolicies } from "../../../src/imm/policies.ts";
import { openapiTransport } from "../../../src/imm/transports/openapi.ts";
import { gatewayTo, startTestGateway, type TestGatewayOptions } from "../../support/gateway/gateway.ts";
import { startLossyProxy, type ProxyAction, type ProxyActionOf } from "../../support/upstream/lossy-proxy.ts";
import { createScriptedClient, failures } from "../../support/upstream/scripted-transport.ts";

/** A gateway over a local IMM with the project `atlas`, by a line that loses what it is told to lose. */
async function start(
  lossOf: ProxyActionOf,
  { hangs = false, ...options }: TestGatewayOptions & { hangs?: boolean } = {},
) {
  const local = await startTestGateway();
  await local.imm.call("CreateProject", { ProjectName: "atlas" });
  const line = await startLossyProxy(local.endpoint, lossOf, { hangs });
  const gateway = gatewayTo(line.url, options);
  return {
    /** A client of the local IMM that loses nothing. */
    imm: local.imm,
    makeBucket: local.makeBucket,
    line,
    send: gateway.send,
    calls: gateway.calls,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await line[Symbol.asyncDispose]();
      await local[Symbol.asyncDispose]();
    },
  };
}

const photos = { ProjectName: "atlas", DatasetName: "photos" };
const input = { projectName: "atlas", datasetName: "photos" };

/** Loses the first call of an action. */
const first =
  (action: string, loss: ProxyAction) =>
  (called: string, nth: number): ProxyAction =>
    called === action && nth === 0 ? loss : "pass";

const createDataset = `mutation ($input: CreateDatasetInput!) {
  createDataset(input: $input) { dataset { datasetName description fileCount } requestId reconciled }
}`;
const whole = {
  createDataset: {
    dataset: { datasetName: "photos", description: "immtest", fileCount: "0" },
    requestId: null,
    reconciled: true,
  },
};
const settings = {
  description: "immtest",
  datasetMaxBindCount: 5,
  datasetMaxTotalFileSize: "9007199254740993",
};
// IMM accepts them without effect, so that none is found.
const workflowParameters = [{ name: "a", value: "b" }];

/** What `imm` says of an error beside its action; of what is lost, nothing. */
const lost = (code: string, message: RegExp) => [
  {
    message: expect.stringMatching(message) as string,
    extensions: { code },
  },
];

describe.concurrent.each([
  ["reset", false],
  ["never answered", true],
])("a createDataset that is %s", (_what, hangs) => {
  const timeouts = { connect: 60_000, headers: 1_500, body: 1_500 };

  it("and was done is answered by what a look-up finds", async () => {
    await using service = await start(first("CreateDataset", "drop-response"), { hangs, timeouts });

    const answer = await service.send(createDataset, {
      input: { ...input, ...settings, workflowParameters },
    });

    expect(answer).toEqual({ data: whole });
    expect(service.line.actions).toEqual(["CreateDataset", "GetDataset"]);
  });

  it("and wasn't done says that it was not there", async () => {
    await using service = await start(first("CreateDataset", "drop-request"), { hangs, timeouts });

    const { data, errors } = await service.send(createDataset, { input });

    expect(data).toBeNull();
    expect(errors).toMatchObject(
      lost("UPSTREAM_TIMEOUT", /was lost\. Dataset atlas\/photos was not there when it was looked up/),
    );
    expect(service.line.actions).toEqual(["CreateDataset", "GetDataset"]);
  });
});

describe("a createDataset whose answer was lost", () => {
  it("and that lands after the look-up was truly told of, and is found by who looks again", async () => {
    await using service = await start(first("CreateDataset", "delay"));

    const { errors } = await service.send(createDataset, { input });
    await service.line.letThrough();

    expect(errors).toMatchObject(
      lost("UPSTREAM_TIMEOUT", /not there when it was looked up; it may come late/),
    );
    expect(await service.imm.call("GetDataset", photos)).toMatchObject({ Dataset: photos });
    expect((await service.send(createDataset, { input })).errors).toMatchObject(lost("CONFLICT", /exists/));
  });

  it("finds one of other settings, made meanwhile: CONFLICT that names them", async () => {
    await using service = await start(async (action) => {
      if (action !== "CreateDataset") return "pass";
      await service.imm.call("CreateDataset", {
        ...photos,
        Description: "immtest",
        DatasetMaxBindCount: 7,
      });
      return "drop-request";
    });

    const { errors } = await service.send(createDataset, { input: { ...input, ...settings } });

    expect(errors).toMatchObject(
      lost("CONFLICT", /is there with another DatasetMaxBindCount, DatasetMaxTotalFileSize\./),
    );
  });

  it("is unknown where the caller may not look: its permission is judged", async () => {
    const allow = (...Action: string[]) => [
      { Version: "1", Statement: [{ Effect: "Allow", Action, Resource: "*" }] },
    ];
    await using service = await start(first("CreateDataset", "drop-response"), {
      permissions: {
        region: "cn-shanghai",
        accountId: "1000000000000000",
        roles: parsePolicies({ maker: allow("imm:CreateDataset") }),
      },
      authenticate: () => ({ name: "maker", roles: ["maker"] }),
    });

    const { errors } = await service.send(createDataset, { input });

    expect(errors).toMatchObject(lost("UPSTREAM_TIMEOUT", /outcome is unknown/));
    expect(service.line.actions).toEqual(["CreateDataset"]);
  });

  it("is unknown where IMM refuses the look-up to the gateway's own key", async () => {
    const { imm } = createScriptedClient(({ action }) =>
      action === "CreateDataset" ? failures.reset(action) : failures.forbidden(action),
    );

    await expect(imm.for({}).call("CreateDataset", photos)).rejects.toMatchObject({
      action: "CreateDataset",
      failure: "timeout",
      message: expect.stringContaining("outcome is unknown") as string,
    });
  });

  it("is unknown where the look-up fails too", async () => {
    await using service = await start((action) =>
      action === "CreateDataset" ? "drop-response" : "drop-request",
    );

    const { errors } = await service.send(createDataset, { input });

    expect(errors).toMatchObject(lost("UPSTREAM_TIMEOUT", /outcome is unknown/));
    expect(service.line.actions).toEqual(["CreateDataset", "GetDataset", "GetDataset", "GetDataset"]);
  });

  it("by its request's deadline is still looked up within it", async () => {
    const waits: number[] = [];
    const clock: Clock = {
      ...systemClock,
      after(ms, ring) {
        waits.push(ms);
        return systemClock.after(ms, ring);
      },
    };
    const lossOf = first("CreateDataset", "drop-response");
    await using service = await start(lossOf, { hangs: true, deadlineMs: 4_000, clock });

    const answer = await service.send(createDataset, { input: { ...input, description: "immtest" } });

    expect(answer).toEqual({ data: whole });
    // The create may take three quarters of the request's time, and the look-up the rest.
    expect(waits.filter((ms) => ms > 2_000)).toHaveLength(1);
  });

  it("is told of as two calls, the second of which was answered", async () => {
    await using service = await start(first("CreateDataset", "drop-response"));

    await service.send(createDataset, { input });

    expect(service.calls).toMatchObject([
      { action: "CreateDataset", outcome: "unreachable", attempts: 1, requestId: undefined },
      { action: "GetDataset", params: { ...photos, WithStatistics: true }, outcome: "ok", attempts: 1 },
    ]);
  });

  it("that is answered at the first try has its RequestId, and isn't looked up", async () => {
    await using service = await start(() => "pass");

    const { data } = await service.send(createDataset, { input });

    expect(data).toMatchObject({
      createDataset: { reconciled: false, requestId: expect.stringMatching(/^[0-9A-F-]{36}$/) as string },
    });
    expect(service.line.actions).toEqual(["CreateDataset"]);
  });
});

describe("when a looked-up dataset was made", () => {
  // An hour off the clock of whoever calls: only what IMM itself says counts.
  const answeredAt = Date.parse("2026-01-02T04:04:05Z");

  /** Loses a create after 4 seconds, and finds a dataset 100 ms later. */
  async function lookUp(CreateTime: string | undefined, date: number | undefined) {
    const { imm, clock } = createScriptedClient(async ({ action }) => {
      await new Promise<void>((done) => void clock.after(action === "CreateDataset" ? 4_000 : 100, done));
      if (action === "CreateDataset") return failures.timeout(action);
      return { status: 200, body: { RequestId: "R", Dataset: { ...photos, CreateTime } }, date };
    });
    const outcome = imm
      .for({})
      .call("CreateDataset", photos)
      .catch((error: ImmError) => error);
    await clock.advance(4_100);
    return outcome;
  }

  it.each([
    ["2026-01-02T04:04:00.900Z", "the moment the call began"],
    ["2026-01-02T12:04:00.900000000+08:00", "the same moment elsewhere"],
    ["2026-01-02T12:04:02.011643661+08:00", "later"],
  ])("is told by IMM's own clock: %s is its own, %s", async (time) => {
    expect(await lookUp(time, answeredAt)).toMatchObject({ reconciled: true, Dataset: photos });
  });

  it.each([
    ["2026-01-02T04:04:00.899Z", "a moment before the call"],
    ["2026-01-02T03:04:06Z", "after it by the caller's clock"],
    ["2021-06-29T14:50:13.011643661+08:00", "years before"],
  ])("is told by IMM's own clock: %s was there before, %s", async (time) => {
    expect(await lookUp(time, answeredAt)).toMatchObject({
      failure: "conflicting",
      message: "The answer to CreateDataset was lost. Dataset atlas/photos was there before.",
    });
  });

  it.each([
    ["2026-01-02T04:04:03Z", undefined],
    [undefined, answeredAt],
    ["yesterday", answeredAt],
  ])("is unknown where it isn't told: %s by %s", async (time, date) => {
    expect(await lookUp(time, date)).toMatchObject({
      failure: "timeout",
      message: expect.stringContaining("outcome is unknown") as string,
    });
  });

  it("counts from the last time that it was sent, not from when it began to wait for that", async () => {
    const { imm, clock } = createScriptedClient(async ({ action }, index) => {
      if (index === 0) return failures.throttled(action, 9_950);
      if (action === "CreateDataset") return failures.timeout(action);
      // Another's, made while the call waited for its second try.
      const Dataset = { ...photos, CreateTime: new Date(answeredAt - 5_000).toISOString() };
      return { status: 200, body: { RequestId: "R", Dataset }, date: answeredAt };
    });
    const outcome = imm
      .for({})
      .call("CreateDataset", photos)
      .catch((error: ImmError) => error);
    await clock.advance(10_000);

    expect(await outcome).toMatchObject({ failure: "conflicting" });
  });
});

describe("a createProject whose answer was lost", () => {
  const createProject = `mutation { createProject(input: { projectName: "maps", tag: [{ key: "a", value: "b" }] }) {
    project { projectName datasetCount } requestId reconciled
  } }`;

  it("and that was done is answered by what a look-up finds", async () => {
    await using service = await start(first("CreateProject", "drop-response"));

    expect(await service.send(createProject)).toEqual({
      data: {
        createProject: {
          project: { projectName: "maps", datasetCount: 0 },
          requestId: null,
          reconciled: true,
        },
      },
    });
  });

  it("and that wasn't done says that it was not there", async () => {
    await using service = await start(first("CreateProject", "drop-request"));

    expect((await service.send(createProject)).errors).toMatchObject(
      lost("UPSTREAM_TIMEOUT", /Project maps was not there when it was looked up/),
    );
  });
});

describe("a createBinding whose answer was lost", () => {
  const createBinding = `mutation {
    createBinding(input: { projectName: "atlas", datasetName: "photos", uri: "oss://examplebucket" }) {
      binding { uri } requestId reconciled
    }
  }`;
  const startBound = async (loss: ProxyAction) => {
    const service = await start(first("CreateBinding", loss));
    service.makeBucket("examplebucket");
    await service.imm.call("CreateDataset", photos);
    return service;
  };

  it("and that was done is answered by what a look-up finds, which asks for no statistics", async () => {
    await using service = await startBound("drop-response");

    expect(await service.send(createBinding)).toEqual({
      data: {
        createBinding: {
          binding: { uri: "oss://examplebucket" },
          requestId: null,
          reconciled: true,
        },
      },
    });
    expect(service.calls.at(-1)).toMatchObject({
      action: "GetBinding",
      params: { ...photos, URI: "oss://examplebucket" },
    });
    expect(service.calls.at(-1)?.params).not.toHaveProperty("WithStatistics");
  });

  it("and that wasn't done says that it was not there", async () => {
    await using service = await startBound("drop-request");

    expect((await service.send(createBinding)).errors).toMatchObject(
      lost(
        "UPSTREAM_TIMEOUT",
        /Binding atlas\/photos\/oss:\/\/examplebucket was not there when it was looked up/,
      ),
    );
  });
});

describe("an attachOssBucket whose answer was lost", () => {
  const attach = `mutation {
    attachOssBucket(input: { projectName: "atlas", ossBucket: "examplebucket", description: "ours" }) {
      ossBucketAttachment { ossBucket } requestId reconciled
    }
  }`;

  it("and that was done is known by what a look-up finds", async () => {
    await using service = await start(first("AttachOSSBucket", "drop-response"));
    service.makeBucket("examplebucket");

    expect(await service.send(attach)).toEqual({
      data: {
        attachOssBucket: {
          ossBucketAttachment: { ossBucket: "examplebucket" },
          requestId: null,
          reconciled: true,
        },
      },
    });
    expect(service.line.actions).toEqual(["AttachOSSBucket", "GetOSSBucketAttachment"]);
  });

  it("and that wasn't done says that it was not there", async () => {
    await using service = await start(first("AttachOSSBucket", "drop-request"));
    service.makeBucket("examplebucket");

    expect((await service.send(attach)).errors).toMatchObject(
      lost(
        "UPSTREAM_TIMEOUT",
        /OSSBucketAttachment examplebucket was not there when it was looked up; it may come late/,
      ),
    );
  });

  it("finds that another project has it meanwhile: CONFLICT that says so", async () => {
    await using service = await start(async (action) => {
      if (action !== "AttachOSSBucket") return "pass";
      await service.imm.call("AttachOSSBucket", { ProjectName: "globe", OSSBucket: "examplebucket" });
      return "drop-request";
    });
    service.makeBucket("examplebucket");
    await service.imm.call("CreateProject", { ProjectName: "globe" });

    expect((await service.send(attach)).errors).toMatchObject(
      lost("CONFLICT", /OSSBucketAttachment examplebucket is there with another Description, ProjectName\./),
    );
  });
});

describe("a delete of a binding or an attachment whose answer was lost", () => {
  it.each([
    [
      "DeleteBinding",
      'deleteBinding(input: { projectName: "atlas", datasetName: "photos", uri: "oss://examplebucket" })',
    ],
    ["DetachOSSBucket", 'detachOssBucket(input: { ossBucket: "examplebucket" })'],
  ])("is sent once more, and done if nothing is there then: %s", async (action, mutation) => {
    await using service = await start(first(action, "drop-response"));
    service.makeBucket("examplebucket");
    await service.imm.call("CreateDataset", photos);
    await service.imm.call("CreateBinding", { ...photos, URI: "oss://examplebucket" });
    await service.imm.call("AttachOSSBucket", { ProjectName: "atlas", OSSBucket: "examplebucket" });

    const { data, errors } = await service.send(`mutation { done: ${mutation} { requestId } }`);

    expect({ data, errors }).toEqual({ data: { done: { requestId: null } } });
    expect(service.line.actions).toEqual([action, action]);
  });
});

describe("the settings of what is looked up", () => {
  const date = Date.parse("2026-01-02T04:04:05Z");
  const lookUp = async (requested: object, found: object) => {
    const { imm } = createScriptedClient(({ action }) => {
      if (action === "CreateProject") return failures.reset(action);
      const Project = { ProjectName: "maps", CreateTime: new Date(date).toISOString(), ...found };
      return { status: 200, date, body: { RequestId: "R", Project } };
    });
    return imm
      .for({})
      .call("CreateProject", { ProjectName: "maps", ...requested })
      .then(
        () => "the same",
        (error: ImmError) => error.message.replace(/^.* with another /, ""),
      );
  };
  const Tag = [
    { Key: "team", Value: "media" },
    { Key: "stage", Value: "test" },
  ];

  it.each([
    [{}, { Description: "theirs", Tags: [{ TagKey: "a", TagValue: "b" }] }],
    [{ Description: "" }, {}],
    [{ Description: "ours" }, { Description: "ours" }],
    [
      { TemplateId: "", ServiceRole: "" },
      { TemplateId: "DefaultId", ServiceRole: "AliyunIMMDefaultRole" },
    ],
    [{ DatasetMaxTotalFileSize: "9007199254740993" }, { DatasetMaxTotalFileSize: 9007199254740993n }],
    [{ DatasetMaxBindCount: 5 }, { DatasetMaxBindCount: "5" }],
    [{ Tag }, { Tags: Tag.toReversed().map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value })) }],
    [{ Tag: [] }, {}],
    [{ Tag: [{ Key: "team" }] }, { Tags: [{ TagKey: "team", TagValue: "" }] }],
    [{ Tag: [{ Key: "team", Value: "" }] }, { Tags: [{ TagKey: "team" }] }],
  ])("are the same where %o was asked for and %o is there", async (requested, found) => {
    expect(await lookUp(requested, found)).toBe("the same");
  });

  it.each([
    [{ Description: "" }, { Description: "theirs" }, "Description."],
    [{ Description: "ours" }, {}, "Description."],
    [
      { DatasetMaxTotalFileSize: "9007199254740993" },
      { DatasetMaxTotalFileSize: 9007199254740992n },
      "DatasetMaxTotalFileSize.",
    ],
    [{ Tag, TemplateId: "a" }, { Tags: [{ TagKey: "team", TagValue: "other" }] }, "TemplateId, Tag."],
    [{ Tag }, {}, "Tag."],
  ])("differ where %o was asked for and %o is there", async (requested, found, other) => {
    expect(await lookUp(requested, found)).toBe(other);
  });
});

describe("an update whose answer was lost", () => {
  const update = `mutation { updateDataset(input: { projectName: "atlas", datasetName: "photos", description: "new" }) {
    dataset { description } requestId
  } }`;

  it.each(["drop-response", "drop-request"] as const)("is sent once more: %s", async (loss) => {
    await using service = await start(first("UpdateDataset", loss));
    await service.imm.call("CreateDataset", photos);

    const { data } = await service.send<{ updateDataset: { requestId: string } }, unknown>(update);

    expect(data?.updateDataset).toMatchObject({ dataset: { description: "new" } });
    expect(data?.updateDataset.requestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(service.line.actions).toEqual(["UpdateDataset", "UpdateDataset"]);
  });

  it("and lost again is unknown, and not sent a third time", async () => {
    await using service = await start(() => "drop-response");
    await service.imm.call("CreateDataset", photos);

    const { errors } = await service.send(update);

    expect(errors).toMatchObject(lost("UPSTREAM_TIMEOUT", /outcome is unknown/));
    expect(service.line.actions).toEqual(["UpdateDataset", "UpdateDataset"]);
  });

  it.each(["throttled", "internal", "unavailable", "reset"] as const)(
    "and whose second try is no answer is unknown: %s",
    async (failure) => {
      const { imm, clock } = createScriptedClient(({ action }, index) =>
        failures[index === 0 ? "reset" : failure](action),
      );
      const outcome = imm
        .for({})
        .call("UpdateDataset", photos)
        .catch((error: ImmError) => error);
      await clock.advance(5_000);

      expect(await outcome).toMatchObject({
        failure: "timeout",
        message: expect.stringContaining("outcome is unknown") as string,
      });
    },
  );

  it.each([
    ["NoPermission", 403],
    ["InvalidSecurityToken.Expired", 400],
    ["SignatureDoesNotMatch", 400],
  ])("and whose second try is refused to the gateway's own key is unknown: %s", async (code, httpStatus) => {
    const { imm } = createScriptedClient(({ action }, index) =>
      index === 0
        ? failures.reset(action)
        : new ImmError(action, "refused", { message: "No.", code, httpStatus }),
    );

    await expect(imm.for({}).call("UpdateDataset", photos)).rejects.toMatchObject({
      failure: "timeout",
      message: expect.stringContaining("outcome is unknown") as string,
      cause: { message: "Cut." },
    });
  });

  it("is NOT_FOUND where there is nothing of that name", async () => {
    await using service = await start(first("UpdateDataset", "drop-response"));

    expect((await service.send(update)).errors).toMatchObject(lost("NOT_FOUND", /not found/));
  });
});

describe("a delete whose answer was lost", () => {
  const deleteDataset = `mutation { deleteDataset(input: { projectName: "atlas", datasetName: "photos" }) {
    deletedDatasetId requestId
  } }`;

  it.each([
    ["drop-response", null],
    ["drop-request", expect.stringMatching(/^[0-9A-F-]{36}$/)],
  ] as const)("is sent once more, and is done: %s", async (loss, requestId) => {
    await using service = await start(first("DeleteDataset", loss));
    await service.imm.call("CreateDataset", photos);

    const { data, errors } = await service.send(deleteDataset);

    expect({ data, errors }).toEqual({
      data: {
        deleteDataset: { deletedDatasetId: "RGF0YXNldDphdGxhcy9waG90b3M=", requestId: requestId as unknown },
      },
      errors: undefined,
    });
    expect(service.line.actions).toEqual(["DeleteDataset", "DeleteDataset"]);
    await expect(service.imm.call("GetDataset", photos)).rejects.toMatchObject({ code: "ResourceNotFound" });
  });

  it("of what isn't there at the first try is NOT_FOUND", async () => {
    await using service = await start(() => "pass");

    expect((await service.send(deleteDataset)).errors).toMatchObject(lost("NOT_FOUND", /not found/));
  });
});

describe("a write that can't be settled", () => {
  it("has all of its request's time, since none is kept for a look-up", async () => {
    const service = createScriptedClient(({ signal }) => wait(service.clock, 950, signal));
    const file = { ...photos, File: { URI: "oss://b/k" } };
    const call = service.imm.for({ withinMs: 1_000 }).call("IndexFileMeta", file);
    await service.clock.advance(950);

    expect(await call).toMatchObject({ RequestId: "R1" });
  });

  it("that waits for credentials ends by the deadline, and was not sent", async () => {
    const credentials = () => new Promise<never>(() => {});
    const transport = openapiTransport({ endpoint: "http://127.0.0.1:9", credentials });
    await using imm = createImm({ transport });

    const call = imm.for({ withinMs: 50 }).call("UpdateDataset", photos);

    await expect(call).rejects.toMatchObject({ failure: "timeout", unsent: true });
  });

  it("is unknown, and not sent again", async () => {
    await using service = await start(() => "drop-request");
    const calls = gatewayTo(service.line.url).imm;

    await expect(
      calls.call("IndexFileMeta", { ...photos, File: { URI: "oss://b/k" } }),
    ).rejects.toMatchObject({
      failure: "timeout",
      message: expect.stringMatching(/outcome is unknown/) as string,
    });
    expect(service.line.actions).toEqual(["IndexFileMeta"]);
  });
});
