import { describe, expect, it } from "vitest";
import { root, startTestImm } from "../start.ts";
import { sha256, signV3, type TestRequest } from "./sign.ts";

// Of the official documentation's recipe; computed apart from this code, and the same as the official library's.
const exampleA: TestRequest = {
  method: "POST",
  path: "/?Description=a%20b%2Bc*d~e(1)!&ProjectName=test-project&DatasetName=dataset001&DatasetMaxBindCount=5",
  headers: {
    host: "imm.cn-shanghai.aliyuncs.com",
    "x-acs-action": "CreateDataset",
    "x-acs-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "x-acs-credentials-provider": "static_ak",
    "x-acs-date": "2026-01-02T03:04:05Z",
    "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
    "x-acs-version": "2020-09-30",
    authorization:
      "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=6ed0a398348c33c64de561f7e81fe5e5ac184aae4151cffc4f1bcbf5cae49e31",
  },
};

const exampleB: TestRequest = {
  method: "POST",
  path: "/",
  headers: {
    host: "imm.cn-shanghai.aliyuncs.com",
    "content-type": "application/x-www-form-urlencoded",
    "x-acs-accesskey-id": "STS.testid",
    "x-acs-action": "AddStoryFiles",
    "x-acs-content-sha256": "2a3028fd2d2f0bf40fb88898efa20f62b358b064334fae7a41bfcd7b02ea9c21",
    "x-acs-credentials-provider": "static_sts",
    "x-acs-date": "2026-01-02T03:04:05Z",
    "x-acs-security-token": "tok/en+1==",
    "x-acs-signature-nonce": "3156853299f313e23d1673dc12e1703d",
    "x-acs-version": "2020-09-30",
    authorization:
      "ACS3-HMAC-SHA256 Credential=STS.testid,SignedHeaders=content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version,Signature=1663a65a0da29ac6e70bbb9cd2e1c30884d8341f074555de6d0250ea1cd2a8ac",
  },
  body: "DatasetName=d&Files=%5B%7B%22URI%22%3A%22oss%3A%2F%2Fb%2Fk%201.jpg%22%7D%5D&ObjectId=o&ProjectName=p",
};

const sts = { accessKeyId: "STS.testid", accessKeySecret: "testsecret", securityToken: "tok/en+1==" };

describe("signature V3", () => {
  it("accepts a call whose parameters travel in the query", async () => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", { ProjectName: "test-project" });

    const { status, body } = await imm.send(exampleA);

    expect(status).toBe(200);
    expect(body["Dataset"]).toMatchObject({ Description: "a b+c*d~e(1)!", DatasetMaxBindCount: 5n });
  });

  it("accepts a call with a form and a security token", async () => {
    await using imm = await startTestImm({ keys: [sts] });

    expect(await imm.send(exampleB)).toMatchObject({ status: 501, body: { Code: "LocalNotImplemented" } });
  });

  it("reads parameters from query and form alike", async () => {
    await using imm = await startTestImm();

    const { body } = await imm.call(
      "CreateProject",
      { ProjectName: "atlas" },
      { form: { Description: "a+b c" } },
    );

    expect(body["Project"]).toMatchObject({ ProjectName: "atlas", Description: "a+b c" });
  });

  it("accepts a GET", async () => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", { ProjectName: "atlas" });

    expect(await imm.call("GetProject", { ProjectName: "atlas" }, { method: "GET" })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ["another parameter", { path: exampleA.path.replace("=5", "=6") }],
    ["another action", { headers: { ...exampleA.headers, "x-acs-action": "UpdateDataset" } }],
    ["another method", { method: "GET" }],
    [
      "another secret",
      {
        headers: {
          ...exampleA.headers,
          authorization: `${exampleA.headers["authorization"]!.slice(0, -1)}0`,
        },
      },
    ],
    [
      "a shorter signature",
      { headers: { ...exampleA.headers, authorization: exampleA.headers["authorization"]!.slice(0, -1) } },
    ],
    [
      "a body that its hash is not of",
      {
        body: "TemplateId=x",
        headers: { ...exampleA.headers, "content-type": "application/x-www-form-urlencoded" },
      },
    ],
  ])("refuses %s than was signed", async (_what, change) => {
    await using imm = await startTestImm();

    expect(await imm.send({ ...exampleA, ...change })).toMatchObject({
      status: 400,
      body: { Code: "SignatureDoesNotMatch" },
    });
  });

  it("tells what it took to be signed", async () => {
    await using imm = await startTestImm();
    const request = { ...exampleA, path: "/?A=b" };

    const { body } = await imm.send(request);

    expect(body["Message"]).toContain("POST\n/\nA=b\nhost:imm.cn-shanghai.aliyuncs.com\n");
    expect(body["Message"]).not.toContain("testsecret");
  });

  it.each([
    "host",
    "x-acs-action",
    "x-acs-version",
    "x-acs-date",
    "x-acs-signature-nonce",
    "x-acs-content-sha256",
  ])("demands that %s is signed", async (name) => {
    await using imm = await startTestImm();
    const { [name]: value, ...headers } = exampleA.headers;
    const authorization = headers["authorization"]!.replace(`${name};`, "").replace(`;${name},`, ",");

    expect(
      await imm.send({ ...exampleA, headers: { ...headers, [name]: value!, authorization } }),
    ).toMatchObject({
      status: 400,
      body: { Code: "IncompleteSignature", Message: expect.stringContaining(name) },
    });
  });

  it.each([
    ["no Authorization at all", undefined, "IncompleteSignature"],
    [
      "a signed header that isn't there",
      exampleA.headers["authorization"]!.replace("host;", "host;x-acs-more;"),
      "IncompleteSignature",
    ],
    [
      "no Credential",
      exampleA.headers["authorization"]!.replace("Credential=testid,", ""),
      "IncompleteSignature",
    ],
    [
      "no SignedHeaders",
      exampleA.headers["authorization"]!.replace(/SignedHeaders=[^,]*,/, ""),
      "IncompleteSignature",
    ],
    ["no Signature", exampleA.headers["authorization"]!.replace(/,Signature=.*/, ""), "IncompleteSignature"],
    [
      "another algorithm",
      "ACS3-RSA-SHA256 Credential=testid,SignedHeaders=host,Signature=00",
      "InvalidSignatureMethod",
    ],
    ["another scheme", "Basic dGVzdGlkOnRlc3RzZWNyZXQ=", "InvalidSignatureMethod"],
  ])("refuses %s", async (_what, authorization, Code) => {
    await using imm = await startTestImm();
    const { authorization: _signed, ...headers } = exampleA.headers;
    const request = { ...exampleA, headers: { ...headers, ...(authorization && { authorization }) } };

    expect(await imm.send(request)).toMatchObject({ status: 400, body: { Code } });
  });

  it("refuses an empty nonce", async () => {
    await using imm = await startTestImm();

    expect(await imm.call("ListProjects", {}, { nonce: "" })).toMatchObject({
      body: { Code: "IncompleteSignature" },
    });
  });

  it("refuses a key that it doesn't know", async () => {
    await using imm = await startTestImm();
    const key = { ...root, accessKeyId: "stranger" };

    expect(await imm.call("ListProjects", {}, { key })).toMatchObject({
      status: 404,
      body: { Code: "InvalidAccessKeyId.NotFound" },
    });
  });

  it.each([
    ["no token", root.accessKeySecret, undefined, "MissingSecurityToken"],
    ["another token", root.accessKeySecret, "tok/en+2==", "InvalidSecurityToken.MismatchWithAccessKey"],
  ])("refuses temporary credentials with %s", async (_what, accessKeySecret, securityToken, Code) => {
    await using imm = await startTestImm({ keys: [sts] });
    const key = { accessKeyId: sts.accessKeyId, accessKeySecret, ...(securityToken && { securityToken }) };

    expect(await imm.call("ListProjects", {}, { key })).toMatchObject({ status: 400, body: { Code } });
  });

  it("refuses a token with a key that has none", async () => {
    await using imm = await startTestImm();

    expect(await imm.call("ListProjects", {}, { key: { ...root, securityToken: "token" } })).toMatchObject({
      body: { Code: "InvalidSecurityToken.MismatchWithAccessKey" },
    });
  });

  it("honours whatever headers were signed besides", async () => {
    await using imm = await startTestImm();
    const headers = { "user-agent": "test", "x-acs-retry-attempts": "1", "x-acs-content-sha256": sha256("") };

    expect(await imm.send(signV3("ListProjects", { ...imm.signing(), headers }))).toMatchObject({
      status: 200,
    });
  });
});
