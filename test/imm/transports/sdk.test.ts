import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { Action, Request } from "../../../src/contract/wire.ts";
import { createImm } from "../../../src/imm/client.ts";
import { ImmError } from "../../../src/imm/error.ts";
import { checkReply } from "../../../src/imm/layers/check-reply.ts";
import { createCallStats, type Transport } from "../../../src/imm/transport.ts";
import { fixedCredentials } from "../../../src/imm/transports/credentials.ts";
import { openapiTransport } from "../../../src/imm/transports/openapi.ts";
import { sdkTransport } from "../../../src/imm/transports/sdk.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { startTestGateway, testKey } from "../../support/gateway/gateway.ts";
import { startLossyProxy } from "../../support/upstream/lossy-proxy.ts";
import {
  bytes,
  closedPort,
  json,
  neverRespond,
  raw,
  RequestId,
  startUpstream,
  type Responder,
} from "../../support/upstream/upstream.ts";

// Stands for the SDK, on its own runtime: see there.
const packageName = new URL("../../support/upstream/sdk-stand-in/index.js", import.meta.url).href;
const credentials = fixedCredentials(testKey);

const photos = { ProjectName: "atlas", DatasetName: "photos" };

function connectSdk(endpoint: string, timeout = 5_000): Promise<Transport> {
  return sdkTransport({ endpoint, credentials, packageName, timeout });
}

function connectOpenapi(endpoint: string, timeout = 5_000): Transport {
  const timeouts = { connect: timeout, headers: timeout, body: timeout };
  return openapiTransport({ endpoint, credentials, timeouts });
}

/** Makes a call by the SDK to an upstream, and answers with the reply and with what was asked. */
async function answered<A extends Action>(action: A, params: Request<A>, answer: Responder) {
  await using upstream = await startUpstream(answer);
  await using imm = createImm({ transport: await connectSdk(upstream.url) });
  const reply = await imm.for({}).call(action, params);
  const { query, form } = upstream.requests[0]!;
  return { reply, query, form };
}

/** Writes a package whose SDK does nothing in an update but evaluate an expression. */
async function sdkThat(folder: string, expression: string): Promise<string> {
  const file = join(folder, "sdk.cjs");
  await writeFile(
    file,
    `exports.default = class { updateDatasetWithOptions = async () => ${expression} }; exports.UpdateDatasetRequest = class {};`,
  );
  return pathToFileURL(file).href;
}

describe("the SDK's transport", () => {
  it("does the ten actions of projects and datasets", async () => {
    await using service = await startTestGateway();
    await using shared = createImm({ transport: await connectSdk(service.endpoint) });
    const imm = shared.for({});
    const atlas = { ProjectName: "atlas" };

    const { Project } = await imm.call("CreateProject", { ...atlas, Tag: [{ Key: "team", Value: "maps" }] });
    expect(Project).toMatchObject({ ...atlas, Tags: [{ TagKey: "team", TagValue: "maps" }] });
    expect((await imm.call("GetProject", atlas)).Project).toEqual(Project);
    expect((await imm.call("ListProjects", { MaxResults: 10 })).Projects).toEqual([Project]);
    const updated = await imm.call("UpdateProject", { ...atlas, Description: "Maps" });
    expect(updated.Project).toMatchObject({ ...atlas, Description: "Maps" });

    const { Dataset } = await imm.call("CreateDataset", {
      ...photos,
      Description: "a b+c*d~e(1)!'测试𠀀/?&=%",
      DatasetMaxTotalFileSize: 2n ** 53n,
    });
    expect(Dataset).toMatchObject({
      ...photos,
      Description: "a b+c*d~e(1)!'测试𠀀/?&=%",
      DatasetMaxTotalFileSize: 2 ** 53,
    });
    expect((await imm.call("GetDataset", photos)).Dataset).toMatchObject({
      ...photos,
      Description: Dataset.Description,
    });
    expect((await imm.call("ListDatasets", atlas)).Datasets).toMatchObject([photos]);
    const changed = await imm.call("UpdateDataset", { ...photos, Description: "" });
    expect(changed.Dataset).toMatchObject({ ...photos, Description: "" });
    expect(Object.keys(await imm.call("DeleteDataset", photos))).toEqual(["RequestId"]);
    expect(Object.keys(await imm.call("DeleteProject", atlas))).toEqual(["RequestId"]);
    await expect(imm.call("GetProject", atlas)).rejects.toMatchObject({ code: "ResourceNotFound" });
  });

  it("names what it sends as the SDK does", async () => {
    const File = {
      URI: "oss://bucket/photo.jpg",
      OSSURI: "oss://bucket/copy.jpg",
      CustomLabels: { MemberName: "Tim" },
      Figures: [{ FigureId: "f", FigureType: "face" }],
    };

    const { query, form } = await answered(
      "IndexFileMeta",
      { ...photos, File },
      json(200, { RequestId, EventId: "e" }),
    );

    const { File: sent, ...rest } = query;
    expect(rest).toEqual(photos);
    expect(form).toBeUndefined();
    expect(JSON.parse(sent!)).toEqual(File);
  });

  it("sends a form where the SDK does", async () => {
    const Files = [{ URI: "oss://bucket/a b'(1).jpg" }];

    const { query, form } = await answered(
      "AddStoryFiles",
      { ...photos, ObjectId: "id", Files },
      json(200, { RequestId, Files: [{ URI: "oss://bucket/a.jpg", ErrorCode: "ResourceNotFound" }] }),
    );

    expect({ query, form }).toEqual({
      query: {},
      form: { ...photos, ObjectId: "id", Files: JSON.stringify(Files) },
    });
  });

  it("gives what it is answered IMM's names, at every depth", async () => {
    const Files = [
      {
        URI: "oss://bucket/photo.jpg",
        OSSURI: "oss://bucket/copy.jpg",
        ETag: '"1d9c"',
        EXIF: "{}",
        OSSTaggingCount: 2,
        OCRContents: [{ Contents: "STOP", Boundary: { Left: 1, Polygon: [{ X: 1, Y: 2 }] } }],
        Figures: [{ AgeSD: 1.5, HeadPose: { Pitch: 0.5 } }],
        CustomLabels: { MemberName: "Tim" },
      },
    ];

    const { reply } = await answered(
      "GetFileMeta",
      { ...photos, URI: "oss://bucket/photo.jpg" },
      json(200, { RequestId, Files }),
    );

    expect(reply).toEqual({ RequestId, Files });
  });

  it.each([
    [9007199254740993n, "9007199254740993"],
    ["9223372036854775807", "9223372036854775807"],
    ["10", "10"],
    [10n, "10"],
    [10, "10"],
  ])("sends the number %o exactly", async (DatasetMaxTotalFileSize, sent) => {
    const { query } = await answered(
      "CreateDataset",
      { ...photos, DatasetMaxTotalFileSize },
      json(200, { RequestId, Dataset: photos }),
    );

    expect(query).toEqual({ ...photos, DatasetMaxTotalFileSize: sent });
  });

  it("sends numbers in a structure as JSON numbers while a double holds them", async () => {
    const sent = async (MetaLockVersion: bigint | string) => {
      const FigureCluster = { ObjectId: "id", MetaLockVersion };
      const { query } = await answered(
        "UpdateFigureCluster",
        { ...photos, FigureCluster },
        json(200, { RequestId }),
      );
      return JSON.parse(query["FigureCluster"]!) as unknown;
    };

    expect(await sent(7n)).toEqual({ ObjectId: "id", MetaLockVersion: 7 });
    expect(await sent("7")).toEqual({ ObjectId: "id", MetaLockVersion: 7 });
    expect(await sent(9007199254740993n)).toEqual({ ObjectId: "id", MetaLockVersion: "9007199254740993" });
  });

  it("leaves out what is undefined, and sends what is empty or false", async () => {
    const absent: object = { TemplateId: undefined };

    const created = await answered(
      "CreateDataset",
      { ...photos, ...absent, Description: "", WorkflowParameters: [] },
      json(200, { RequestId, Dataset: photos }),
    );
    const read = await answered(
      "GetDataset",
      { ...photos, WithStatistics: false },
      json(200, { RequestId, Dataset: photos }),
    );

    expect(created.query).toEqual({ ...photos, Description: "", WorkflowParameters: "[]" });
    expect(read.query).toEqual({ ...photos, WithStatistics: "false" });
  });

  it("drops what the SDK's models don't know, and rounds above 2^53", async () => {
    const Dataset = `{
      "ProjectName": "atlas",
      "DatasetName": "photos",
      "DatasetMaxTotalFileSize": 90000000000000001,
      "ClusterType": "manual",
      "SmartClusterTaskStatus": { "Status": "Succeeded" },
      "WorkflowParameters": [{ "Name": "", "Value": "" }]
    }`;

    const { reply } = await answered(
      "GetDataset",
      photos,
      json(200, `{"RequestId":"${RequestId}","Dataset":${Dataset}}`),
    );

    expect(reply).toEqual({
      RequestId,
      Dataset: {
        ...photos,
        DatasetMaxTotalFileSize: 90000000000000000,
        WorkflowParameters: [{ Name: "", Value: "" }],
      },
    });
  });
});

describe("an integer above 2^53, by the SDK,", () => {
  it.each([
    ["9007199254740993", 9007199254740992],
    ["90000000000000001", 90000000000000000],
    ["4611686018427387905", 4611686018427387904n],
    ["9223372036854774784", 9223372036854774784n],
    ["9223372036854775807", 9223372036854775807n],
    ['"9223372036854775807"', 9223372036854775807n],
    ["18446744073709551615", 9223372036854775807n],
    ["-9223372036854775808", -9223372036854775808n],
    ["9007199254740991", 9007199254740991],
    ["1.5", 1.5],
  ])("is answered as the digits of a double, within 64 bits: %s", async (sent, DatasetMaxTotalFileSize) => {
    const Dataset = `{"ProjectName":"atlas","DatasetName":"photos","DatasetMaxTotalFileSize":${sent}}`;

    const { reply } = await answered(
      "GetDataset",
      photos,
      json(200, `{"RequestId":"${RequestId}","Dataset":${Dataset}}`),
    );

    expect(reply.Dataset).toEqual({ ...photos, DatasetMaxTotalFileSize });
  });

  it.each(["9007199254740993", "9223372036854775807"])(
    "is found as it was asked for if the answer to its create was lost: %s",
    async (DatasetMaxTotalFileSize) => {
      const { outcome, made } = await loseCreate({ DatasetMaxTotalFileSize });

      expect(outcome).toMatchObject({ reconciled: true, Dataset: photos });
      expect(made).toMatchObject({ DatasetMaxTotalFileSize: BigInt(DatasetMaxTotalFileSize) });
    },
  );

  it("is found to be another if a double can tell so", async () => {
    const meanwhile = { DatasetMaxTotalFileSize: "9007199254740995" };

    const { outcome } = await loseCreate({ DatasetMaxTotalFileSize: "9007199254740993" }, meanwhile);

    expect(outcome).toMatchObject({
      failure: "conflicting",
      message: expect.stringMatching(/is there with another DatasetMaxTotalFileSize\.$/) as string,
    });
  });
});

/** Loses the answer to a create, or the create itself while somebody makes another dataset of that name. */
async function loseCreate(settings: object, meanwhile?: object) {
  await using service = await startTestGateway();
  await service.imm.call("CreateProject", { ProjectName: "atlas" });
  await using line = await startLossyProxy(service.endpoint, async (action) => {
    if (action !== "CreateDataset") return "pass";
    if (!meanwhile) return "drop-response";
    await service.imm.call("CreateDataset", { ...photos, ...meanwhile });
    return "drop-request";
  });
  await using imm = createImm({ transport: await connectSdk(line.url) });
  const outcome = await imm
    .for({})
    .call("CreateDataset", { ...photos, ...settings })
    .catch((error: unknown) => error);
  return { outcome, made: (await service.imm.call("GetDataset", photos)).Dataset };
}

describe("what isn't IMM's answer, by the SDK,", () => {
  const misbehaving: readonly [string, Responder, "CreateDataset" | "GetDataset", readonly string[]][] = [
    ["HTML with 502", bytes(502, "<html>"), "GetDataset", ["GetDataset", "GetDataset", "GetDataset"]],
    ["nothing with 504", bytes(504, ""), "GetDataset", ["GetDataset", "GetDataset", "GetDataset"]],
    [
      "HTML with 502",
      bytes(502, "<html>"),
      "CreateDataset",
      ["CreateDataset", "GetDataset", "GetDataset", "GetDataset"],
    ],
    ["HTML with 503", bytes(503, "<html>"), "CreateDataset", ["CreateDataset"]],
    [
      "nothing with 504",
      bytes(504, ""),
      "CreateDataset",
      ["CreateDataset", "GetDataset", "GetDataset", "GetDataset"],
    ],
  ];

  it.each(misbehaving)("%s, is repeated, or looked up, as by HTTP", async (_what, answer, action, sent) => {
    await using upstream = await startUpstream(answer);
    await using imm = createImm({ transport: await connectSdk(upstream.url), random: () => 0 });

    await expect(imm.for({}).call(action, photos)).rejects.toThrow(ImmError);

    expect(upstream.requests.map((request) => request.action)).toEqual(sent);
  });

  it("opens the breaker", async () => {
    await using upstream = await startUpstream(bytes(503, "<html>"));
    const states: string[] = [];
    await using imm = createImm({
      transport: await connectSdk(upstream.url),
      random: () => 0,
      onBreaker: (state) => states.push(state),
    });

    const call = () => imm.for({}).call("UpdateDataset", photos);
    for (let count = 0; count < 10; count += 1) await expect(call()).rejects.toThrow(/HTTP 503/);

    await expect(call()).rejects.toMatchObject({ failure: "open" });
    expect(states).toEqual(["open"]);
  });
});

describe("a failure", () => {
  /** As the transport itself tells it, before anything is made of it. */
  const failureOf = async (transport: Transport) => {
    const call = {
      action: "UpdateDataset",
      params: photos,
      deadline: Infinity,
      stats: createCallStats(),
    } as const;
    const error: unknown = await checkReply(transport.send)(call).catch((reason: unknown) => reason);
    await transport[Symbol.asyncDispose]();
    const { message, ...rest } = error as Error;
    return { message, ...rest };
  };
  const both = async (answer: Responder, timeout?: number) => {
    await using upstream = await startUpstream(answer);
    return {
      sdk: await failureOf(await connectSdk(upstream.url, timeout)),
      openapi: await failureOf(connectOpenapi(upstream.url, timeout)),
    };
  };

  const AccessDeniedDetail = {
    AuthAction: "imm:UpdateDataset",
    AuthPrincipalOwnerId: "111",
    NoPermissionType: "ImplicitDeny",
    PolicyType: "AccountLevelIdentityBasedPolicy",
    EncodedDiagnosticMessage: "AQ",
  };

  it.each([
    [400, "ResourceNotFound", {}, {}],
    [404, "InvalidAction.NotFound", { Recommend: "https://next.api.aliyun.com/troubleshoot?q=x" }, {}],
    [400, "Throttling.User", {}, { "x-acs-retry-after": "20" }],
    [429, "Busy", {}, {}],
    [403, "NoPermission", { AccessDeniedDetail }, {}],
    [400, "InvalidJSON Array parsing error,WorkflowParameters", {}, {}],
    [400, "SignatureDoesNotMatch", {}, {}],
    [500, "InternalError", {}, {}],
    [503, "ServiceUnavailable", {}, {}],
  ])("that IMM tells, %i %s, is the same by either transport", async (status, Code, more, headers) => {
    const body = { RequestId, HostId: "imm", Code, Message: `${Code}, says IMM.`, ...more };

    const { sdk, openapi } = await both(json(status, body, headers));

    expect(sdk).toEqual(openapi);
    expect(sdk).toMatchObject({ failure: "refused", code: Code, httpStatus: status, requestId: RequestId });
  });

  it.each([
    ["a reset before the answer", raw("", "reset"), "unreachable"],
    ["a reset inside the body", raw("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", "reset"), "unreachable"],
    ["HTML", bytes(200, "<html>"), "malformed"],
    ["nothing", bytes(200, ""), "malformed"],
    ["null", json(200, "null"), "malformed"],
    ["half of the JSON", json(200, '{"RequestId":'), "malformed"],
    ["no dataset", json(200, { RequestId }), "malformed"],
    ["an error without Code", json(400, { Message: "Something." }), "malformed"],
    ["a redirect", json(302, "{}", { location: "/elsewhere" }), "malformed"],
    ["null with 500", json(500, "null"), "malformed"],
    ["HTML with 502", bytes(502, "<html>"), "malformed"],
    ["bytes that aren't HTTP", raw("220 mail.example.com ESMTP\r\n", "close"), "malformed"],
  ])("of the wire, %s, is of the same kind by either transport", async (_what, answer, failure) => {
    const { sdk, openapi } = await both(answer);

    expect(sdk).toMatchObject({ name: "ImmError", action: "UpdateDataset", failure });
    expect(openapi).toMatchObject({ name: "ImmError", action: "UpdateDataset", failure });
    expect(sdk.message).not.toMatch(/127\.0\.0\.1|ProjectName=/);
  });

  it.each([
    ["HTML with 502", bytes(502, "<html>")],
    ["nothing with 504", bytes(504, "")],
    ["HTML with 503, asking for time", bytes(503, "<html>", { "retry-after": "2" })],
    ["nothing with 429, asking for time", bytes(429, "", { "x-acs-retry-after": "40" })],
    ["null with 500", json(500, "null")],
    ["HTML with 200", bytes(200, "<html>")],
    ["XML with 500", bytes(500, "<Error/>", { "content-type": "text/xml;charset=utf-8" })],
    ["an error without Code", json(503, { RequestId, Message: "Something." }, { "retry-after": "2" })],
    ["a redirect", json(302, "{}", { location: "/elsewhere", "retry-after": "2" })],
  ])("that isn't IMM's, %s, has the same status and wait by either transport", async (_what, answer) => {
    const { sdk, openapi } = await both(answer);

    expect(sdk).toEqual(openapi);
    expect(sdk).toMatchObject({ failure: "malformed", httpStatus: expect.any(Number) as number });
  });

  it("that the SDK doesn't explain counts as lost", async () => {
    await using folder = await temporaryFolder();
    const puzzling = await sdkThat(folder.path, "JSON.parse('<html>')");
    const options = { endpoint: "https://imm.example.com", credentials };

    const failure = await failureOf(await sdkTransport({ ...options, packageName: puzzling }));

    expect(failure).toMatchObject({ failure: "unreachable", unsent: false });
  });

  it("to answer in time is the same by either transport", async () => {
    const { sdk, openapi } = await both(neverRespond, 50);

    expect(sdk).toEqual(openapi);
    expect(sdk).toMatchObject({ failure: "timeout", message: "IMM did not answer UpdateDataset in time." });
  });

  it("to finish a body in time is a broken connection to the SDK", async () => {
    const { sdk, openapi } = await both(raw("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"), 300);

    expect([sdk, openapi]).toMatchObject([{ failure: "unreachable" }, { failure: "timeout" }]);
  });

  it("to connect is the same by either transport", async () => {
    const nowhere = await closedPort();

    const sdk = await failureOf(await connectSdk(nowhere));

    expect(sdk).toEqual(await failureOf(connectOpenapi(nowhere)));
    expect(sdk).toMatchObject({ failure: "unreachable" });
  });

  it.each(["EAI_AGAIN", "ENOTFOUND", "CERT_HAS_EXPIRED", "ERR_TLS_CERT_ALTNAME_INVALID"])(
    "to make a connection is one where nothing was sent: %s",
    async (code) => {
      await using folder = await temporaryFolder();
      const error = `Object.assign(new Error("No."), { code: "${code}" })`;
      const failing = await sdkThat(folder.path, `(() => { throw ${error}; })()`);
      const options = { endpoint: "https://imm.example.com", credentials };

      const failure = await failureOf(await sdkTransport({ ...options, packageName: failing }));

      expect(failure).toMatchObject({ failure: "unreachable", unsent: true });
    },
  );

  it("to be done by the deadline is a timeout, though the SDK goes on", async () => {
    await using upstream = await startUpstream(neverRespond);
    await using imm = createImm({ transport: await connectSdk(upstream.url, 1_000) });

    const call = imm.for({ withinMs: 250 }).call("GetDataset", photos);

    await expect(call).rejects.toMatchObject({ failure: "timeout" });
    expect(upstream.requests).toHaveLength(1);
  });

  it("of text that isn't Unicode is refused by name", async () => {
    await using upstream = await startUpstream(neverRespond);
    await using imm = createImm({ transport: await connectSdk(upstream.url) });

    await expect(
      imm.for({}).call("UpdateDataset", { ...photos, Description: "\ud83d" }),
    ).rejects.toMatchObject({ failure: "refused", code: "InvalidDescription" });
    expect(upstream.requests).toEqual([]);
  });

  it("to find the SDK says what to install", async () => {
    // A name that no package can have.
    const absent = "@alicloud/.absent";
    const transport = sdkTransport({ endpoint: "http://127.0.0.1:1", credentials, packageName: absent });

    await expect(transport).rejects.toThrow(
      `IMM_TRANSPORT=sdk needs the package ${absent}, which is not installed: run "npm install ${absent}", or leave IMM_TRANSPORT at openapi.`,
    );
  });
});
