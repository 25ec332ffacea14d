import { describe, expect, it } from "vitest";
import { root, startTestImm } from "../start.ts";
import { signV1 } from "./sign.ts";

const exampleC =
  "/?AccessKeyId=testid&Action=GetDataset&DatasetName=dataset001&Format=json&ProjectName=test-project&SignatureMethod=HMAC-SHA1&SignatureNonce=3156853299f313e23d1673dc12e1703d&SignatureVersion=1.0&Timestamp=2026-01-02T03%3A04%3A05Z&Version=2020-09-30&WithStatistics=true";

describe("signature V1", () => {
  it.each([
    ["POST", "RdaA5monLLFvnkF6Lw+48GkPofU="],
    ["GET", "t+2e2vxedjcune9tgoXTYfUwR4I="],
  ])("accepts a %s", async (method, signature) => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", { ProjectName: "test-project" });
    await imm.call("CreateDataset", { ProjectName: "test-project", DatasetName: "dataset001" });

    const path = `${exampleC}&Signature=${encodeURIComponent(signature)}`;

    expect(await imm.send({ method, path, headers: {} })).toMatchObject({ status: 200 });
  });

  it("signs the form too", async () => {
    await using imm = await startTestImm();
    const request = signV1(
      "CreateProject",
      imm.signing({ query: { ProjectName: "atlas" }, form: { Description: "a b" } }),
    );

    expect(await imm.send({ ...request, body: "Description=c" })).toMatchObject({
      body: { Code: "SignatureDoesNotMatch" },
    });
    expect(await imm.send(request)).toMatchObject({ status: 200, body: { Project: { Description: "a b" } } });
  });

  it("takes a security token as a parameter", async () => {
    const sts = { ...root, securityToken: "tok/en+1==" };
    await using imm = await startTestImm({ keys: [sts] });

    expect(await imm.send(signV1("ListProjects", imm.signing({ key: sts })))).toMatchObject({ status: 200 });
    expect(await imm.send(signV1("ListProjects", imm.signing({ key: root })))).toMatchObject({
      body: { Code: "MissingSecurityToken" },
    });
  });

  it.each([
    ["SignatureMethod", "HMAC-SHA256", "InvalidSignatureMethod"],
    ["SignatureVersion", "2.0", "InvalidSignatureVersion"],
    ["SignatureNonce", "", "IncompleteSignature"],
    ["Timestamp", "", "IncompleteSignature"],
    ["AccessKeyId", "", "IncompleteSignature"],
    ["Action", "", "MissingAction"],
    ["Version", "", "MissingVersion"],
  ])("refuses %s %j", async (name, value, Code) => {
    await using imm = await startTestImm();

    expect(
      await imm.send(signV1("ListProjects", { ...imm.signing(), extra: { [name]: value } })),
    ).toMatchObject({
      status: 400,
      body: { Code },
    });
  });

  it("refuses what was changed", async () => {
    await using imm = await startTestImm();
    const request = signV1("ListProjects", imm.signing({ query: { Prefix: "a" } }));

    expect(await imm.send({ ...request, path: request.path.replace("Prefix=a", "Prefix=b") })).toMatchObject({
      status: 400,
      body: { Code: "SignatureDoesNotMatch", Message: expect.stringContaining("POST&%2F&") },
    });
  });

  it("lets no nonce be used twice, whichever signature it comes with", async () => {
    await using imm = await startTestImm();

    expect(await imm.send(signV1("ListProjects", imm.signing({ nonce: "once" })))).toMatchObject({
      status: 200,
    });
    expect(await imm.call("ListProjects", {}, { nonce: "once" })).toMatchObject({
      body: { Code: "SignatureNonceUsed" },
    });
  });
});
