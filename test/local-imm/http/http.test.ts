import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { startLocalImm } from "../../../src/local-imm/server.ts";
import { send } from "../send.ts";
import { signV3 } from "../signature/sign.ts";
import { accountId, makeFolder, region, root, start, startTestImm, toDate } from "../start.ts";

const uuid = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;

describe("HTTP", () => {
  it("answers JSON with a RequestId, in a header too", async () => {
    await using imm = await startTestImm();

    const { headers, body } = await imm.call("ListProjects");

    expect(headers["content-type"]).toBe("application/json;charset=utf-8");
    expect(body["RequestId"]).toMatch(uuid);
    expect(headers["x-acs-request-id"]).toBe(body["RequestId"]);
  });

  it("answers an error with the body that IMM's have", async () => {
    await using imm = await startTestImm();

    const { status, headers, body } = await imm.call("GetProject", { ProjectName: "none" });

    expect(status).toBe(400);
    expect(body).toEqual({
      RequestId: headers["x-acs-request-id"],
      HostId: imm.host,
      Code: "ResourceNotFound",
      Message: "The specified resource Project is not found.",
      Recommend: "https://next.api.aliyun.com/troubleshoot?q=ResourceNotFound&product=imm",
    });
  });

  it("listens on loopback alone", async () => {
    await using imm = await startTestImm();

    expect(imm.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each(["/x", "//", "/%2F", "http://127.0.0.1/"])("knows the path / and not %s", async (path) => {
    await using imm = await startTestImm();

    expect(await imm.send({ method: "POST", path, headers: {} })).toMatchObject({
      status: 404,
      body: { Code: "InvalidApi.NotFound" },
    });
  });

  it.each(["PUT", "DELETE", "OPTIONS", "PATCH"])("refuses the method %s", async (method) => {
    await using imm = await startTestImm();

    expect(await imm.call("ListProjects", {}, { method })).toMatchObject({
      status: 400,
      body: { Code: "UnsupportedHTTPMethod" },
    });
  });

  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ])("refuses a call that a page's browser sends: %j", async (headers) => {
    await using imm = await startTestImm();
    const request = signV3("CreateProject", imm.signing({ query: { ProjectName: "atlas" } }));

    expect(await imm.send({ ...request, headers: { ...request.headers, ...headers } })).toMatchObject({
      status: 403,
      body: { Code: "Forbidden" },
    });
    expect((await imm.call("GetProject", { ProjectName: "atlas" })).status).toBe(400);
  });

  it("takes a call from a browser's address bar", async () => {
    await using imm = await startTestImm();
    const request = signV3("ListProjects", imm.signing({ method: "GET" }));

    expect(
      await imm.send({ ...request, headers: { ...request.headers, "sec-fetch-site": "none" } }),
    ).toMatchObject({ status: 200 });
  });

  it("answers also if what it reports a bug to fails", async () => {
    using folder = makeFolder();
    await using imm = await startLocalImm({
      ...{ dir: folder.path, port: 0, region, accountId, keys: [root] },
      now: () => {
        throw new Error("No clock.");
      },
      onError() {
        throw new Error("No log.");
      },
    });

    const answer = await send(
      imm.url,
      signV3("ListProjects", { key: root, date: toDate(start), host: new URL(imm.url).host }),
    );

    expect(answer).toMatchObject({ status: 500, body: { Code: "InternalError" } });
  });

  it("deletes a dataset by POST alone", async () => {
    await using imm = await startTestImm();
    const key = { ProjectName: "atlas", DatasetName: "photos" };
    await imm.call("CreateProject", key);
    await imm.call("CreateDataset", key);

    expect(await imm.call("DeleteDataset", key, { method: "GET" })).toMatchObject({
      status: 400,
      body: { Code: "UnsupportedHTTPMethod" },
    });
    expect(await imm.call("GetDataset", key, { method: "GET" })).toMatchObject({ status: 200 });
    expect(await imm.call("DeleteDataset", key)).toMatchObject({ status: 200 });
  });

  it.each([
    ["CreateStory", "2020-09-30", 501, "LocalNotImplemented", "CreateStory"],
    ["CreateDatasets", "2020-09-30", 404, "InvalidAction.NotFound", "api"],
    ["toString", "2020-09-30", 404, "InvalidAction.NotFound", "api"],
    ["CreateDataset", "2017-09-06", 400, "InvalidVersion", "2020-09-30"],
  ])("refuses %s of %s", async (action, version, status, Code, named) => {
    await using imm = await startTestImm();
    const request = signV3(action, { ...imm.signing(), headers: { "x-acs-version": version } });

    expect(await imm.send(request)).toMatchObject({
      status,
      body: { Code, Message: expect.stringContaining(named) },
    });
  });

  it.each([
    ["in the query", "/?ProjectName=a&ProjectName=a", undefined],
    ["in the form", "/", "ProjectName=a&ProjectName=a"],
    ["in each", "/?ProjectName=a", "ProjectName=a"],
    ["under an encoding", "/?ProjectName=a&Project%4Eame=b", undefined],
  ])("refuses a parameter that comes twice %s", async (_where, path, body) => {
    await using imm = await startTestImm();
    const headers = { "content-type": "application/x-www-form-urlencoded" };

    const answer = await imm.send({ method: "POST", path, headers, ...(body && { body }) });

    expect(answer).toMatchObject({
      status: 400,
      body: { Code: "InvalidParameter", Message: expect.stringContaining("ProjectName") },
    });
  });

  it.each(["%", "%zz", "%FF", "%C3%28", "%ED%A0%80"])("refuses %s, which is no text", async (value) => {
    await using imm = await startTestImm();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const refused = { status: 400, body: { Code: "InvalidParameter.Format" } };

    const inBody = { method: "POST", path: "/", headers, body: `Prefix=${value}` };
    const inQuery = { method: "POST", path: `/?Prefix=${value}`, headers: {} };

    expect(await imm.send(inBody)).toMatchObject(refused);
    expect(await imm.send(inQuery)).toMatchObject(refused);
    expect(await imm.send({ ...inBody, body: Buffer.from("Prefix=\xff", "latin1") })).toMatchObject(refused);
  });

  it("refuses a body that is not a form", async () => {
    await using imm = await startTestImm();
    const headers = { "content-type": "application/json" };

    expect(await imm.send({ method: "POST", path: "/", headers, body: "{}" })).toMatchObject({
      status: 400,
      body: { Code: "InvalidContentType" },
    });
  });

  it("takes a body of 16 MiB and no more", async () => {
    await using imm = await startTestImm();
    const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
    const size = 16 * 1024 * 1024;
    const post = (body: Buffer) => imm.send({ method: "POST", path: "/", headers, body });

    expect(await post(Buffer.alloc(size, "a"))).toMatchObject({ body: { Code: "IncompleteSignature" } });
    expect(await post(Buffer.alloc(size + 1, "a"))).toMatchObject({
      status: 413,
      body: { Code: "RequestTooLarge" },
    });
  });

  it("answers what is not HTTP, and goes on", async () => {
    await using imm = await startTestImm();
    const socket = connect(Number(new URL(imm.url).port), "127.0.0.1");
    await once(socket, "connect");

    socket.write("nonsense\r\n\r\n");

    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await imm.call("ListProjects")).toMatchObject({ status: 200 });
  });

  it("bears a client that leaves in the middle of its request", async () => {
    await using imm = await startTestImm();
    const socket = connect(Number(new URL(imm.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.write("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf");

    socket.destroy();

    expect(await imm.call("ListProjects")).toMatchObject({ status: 200 });
    expect(imm.errors).toEqual([]);
  });

  it("keeps the reason of its own failures to itself", async () => {
    await using imm = await startTestImm();
    const request = signV3("ListProjects", imm.signing());
    imm.clock.now = undefined as unknown as bigint;

    expect(await imm.send(request)).toMatchObject({
      status: 500,
      body: {
        Code: "InternalError",
        Message: "The request processing has failed due to some unknown error.",
      },
    });
    expect(imm.errors).toEqual([expect.any(TypeError)]);
  });

  it("makes one dataset of a hundred calls that race for its name", async () => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", { ProjectName: "atlas" });

    const calls = Array.from({ length: 100 }, () =>
      imm.call("CreateDataset", { ProjectName: "atlas", DatasetName: "photos" }),
    );
    const answers = await Promise.all(calls);

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body["Code"] === "ResourceAlreadyExists")).toHaveLength(99);
  });
});
