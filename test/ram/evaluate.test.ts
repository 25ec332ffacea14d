import { describe, expect, it } from "vitest";
import type { Action } from "../../src/contract/wire.ts";
import { evaluate } from "../../src/ram/evaluate.ts";
import { resourceName } from "../../src/ram/resource.ts";
import { allowAll, judge, photos, policy } from "./policies.ts";

const dataset = (name: string) => `acs:imm:cn-shanghai:111:project/p/dataset/${name}`;

describe("a call to IMM", () => {
  const readOnly = { Effect: "Allow", Action: ["imm:Get*", "imm:List*"], Resource: "*" };
  const onlyDatasetsOfP = { Effect: "Allow", Action: "imm:*", Resource: "acs:imm:*:111:project/p/dataset/*" };
  const onlyD = { Effect: "Allow", Action: "imm:*", Resource: "acs:imm:*:111:project/p/dataset/d" };
  const keepProd = {
    Effect: "Deny",
    Action: "imm:Delete*",
    Resource: "acs:imm:*:*:project/*/dataset/prod-*",
  };
  const onlyBeijing = { Effect: "Allow", Action: "imm:*", Resource: "acs:imm:cn-beijing:111:*" };
  const fromInside = { ...allowAll, Condition: { IpAddress: { "acs:SourceIp": "10.0.0.0/8" } } };
  const overHttps = { ...allowAll, Condition: { Bool: { "acs:SecureTransport": "true" } } };

  it.each<[string, object[], Action, string | undefined, Record<string, string>, string]>([
    ["everything", [allowAll], "CreateDataset", "d", {}, "Allow"],
    ["Get* and List*", [readOnly], "GetDataset", "d", {}, "Allow"],
    ["Get* and List*", [readOnly], "SimpleQuery", "d", {}, "ImplicitDeny"],
    ["Get* and List*", [readOnly], "BatchGetFileMeta", "d", {}, "ImplicitDeny"],
    ["all datasets of p", [onlyDatasetsOfP], "GetDataset", "d", {}, "Allow"],
    ["all datasets of p", [onlyDatasetsOfP], "ListDatasets", undefined, {}, "Allow"],
    ["all datasets of p", [onlyDatasetsOfP], "GetProject", undefined, {}, "ImplicitDeny"],
    ["all but prod-*", [allowAll, keepProd], "DeleteDataset", "prod-1", {}, "ExplicitDeny"],
    ["all but prod-*", [keepProd, allowAll], "DeleteDataset", "prod-1", {}, "ExplicitDeny"],
    ["all but prod-*", [allowAll, keepProd], "DeleteDataset", "d", {}, "Allow"],
    ["all but prod-*", [allowAll, keepProd], "GetDataset", "prod-1", {}, "Allow"],
    ["another region", [onlyBeijing], "CreateDataset", "d", {}, "ImplicitDeny"],
    ["another region", [onlyBeijing], "GetProject", undefined, {}, "ImplicitDeny"],
    ["10.0.0.0/8", [fromInside], "GetDataset", "d", { "acs:SourceIp": "192.0.2.1" }, "ImplicitDeny"],
    ["10.0.0.0/8", [fromInside], "GetDataset", "d", { "acs:SourceIp": "10.1.2.3" }, "Allow"],
    ["HTTPS only", [overHttps], "GetDataset", "d", { "acs:SecureTransport": "false" }, "ImplicitDeny"],
    ["HTTPS only", [overHttps], "GetDataset", "d", { "acs:SecureTransport": "true" }, "Allow"],
    ["d alone", [onlyD], "ListDatasets", undefined, {}, "ImplicitDeny"],
    ["d alone", [onlyD], "GetDataset", "d", {}, "Allow"],
  ])(
    "under a policy for %s: %j %s on %s with %j is %s",
    (_name, statements, action, name, conditions, reason) => {
      const params = { ProjectName: "p", ...(name !== undefined && { DatasetName: name }) };
      const resource = resourceName(action, params, { region: "cn-shanghai", accountId: "111" });

      const request = { action: `imm:${action}`, resource, conditions };

      expect(evaluate([policy(...statements)], request).reason).toBe(reason);
      expect(
        evaluate(
          statements.map((one) => policy(one)),
          request,
        ).reason,
      ).toBe(reason);
    },
  );
});

describe("a decision", () => {
  it("is a denial where there is no policy at all", () => {
    expect(evaluate([], { action: "imm:GetDataset", resource: photos, conditions: {} })).toEqual({
      allowed: false,
      reason: "ImplicitDeny",
    });
  });

  it("names the statement that decided", () => {
    const other = policy({ ...allowAll, Action: "oss:*" });
    const mixed = policy(allowAll, { ...allowAll, Effect: "Deny", Action: "imm:Delete*" });
    const decide = (action: string) => evaluate([other, mixed], { action, resource: photos, conditions: {} });

    expect(decide("imm:GetDataset")).toEqual({
      allowed: true,
      reason: "Allow",
      statement: mixed.statements[0],
    });
    expect(decide("imm:DeleteDataset")).toEqual({
      allowed: false,
      reason: "ExplicitDeny",
      statement: mixed.statements[1],
    });
  });

  it("takes AliyunIMMFullAccess with the actions that it has of other services", () => {
    const full = policy(allowAll, {
      Effect: "Allow",
      Action: ["oss:ListBuckets", "ram:ListRoles", "ram:PassRole"],
      Resource: "*",
    });

    expect(judge([full])).toBe("Allow");
    expect(judge([full], { action: "oss:GetObject" })).toBe("ImplicitDeny");
  });
});

describe("actions", () => {
  it.each([
    ["imm:GetDataset", "imm:GetDataset", true],
    ["imm:getdataset", "imm:GetDataset", true],
    ["IMM:GET*", "imm:GetDataset", true],
    ["imm:Get?ataset", "imm:GetDataset", true],
    ["imm:Get", "imm:GetDataset", false],
    ["*:GetDataset", "imm:GetDataset", true],
    ["*", "imm:GetDataset", true],
    ["oss:*", "imm:GetDataset", false],
    ["imm:GetDataset", "imm:GetDatasets", false],
  ])("%s and %s: %s", (pattern, action, isCovered) => {
    const listed = policy({ Effect: "Allow", Action: ["oss:GetObject", pattern], Resource: "*" });
    const excepted = policy({ Effect: "Allow", NotAction: ["oss:GetObject", pattern], Resource: "*" });

    expect(judge([listed], { action })).toBe(isCovered ? "Allow" : "ImplicitDeny");
    expect(judge([excepted], { action })).toBe(isCovered ? "ImplicitDeny" : "Allow");
  });

  it("that a Deny excepts are not allowed by that", () => {
    const denyOthers = policy({ Effect: "Deny", NotAction: "imm:Get*", Resource: "*" });

    expect(judge([denyOthers])).toBe("ImplicitDeny");
    expect(judge([denyOthers], { action: "imm:DeleteDataset" })).toBe("ExplicitDeny");
  });
});

describe("resources", () => {
  it.each([
    ["*", dataset("d"), true],
    ["acs:imm:*:*:*", dataset("d"), true],
    ["acs:imm:cn-?hanghai:111:project/p/*", dataset("d"), true],
    ["acs:imm:*:111:project/*/d", dataset("d"), true],
    ["acs:imm:*:111:project/p", dataset("d"), false],
    ["acs:imm:*:111:project/P/dataset/d", dataset("d"), false],
    ["acs:IMM:*:111:project/p/dataset/d", dataset("d"), false],
    ["acs:oss:*:111:project/p/dataset/d", dataset("d"), false],
    ["acs:imm:*:11?:project/p/dataset/*", dataset("d"), true],
    ["acs:imm:*:222:project/p/dataset/*", dataset("d"), false],
    ["acs:imm:*:*:a:*", "acs:imm:cn-shanghai:111:a:b:c/d", true],
    ["acs:imm:*:*:a:b", "acs:imm:cn-shanghai:111:a:c", false],
    ["acs:imm:*:*:*", "*", false],
    ["*", "*", true],
  ])("%s and %s: %s", (pattern, resource, isCovered) => {
    const one = policy({ ...allowAll, Resource: ["acs:oss:*:*:bucket", pattern] });

    expect(judge([one], { resource })).toBe(isCovered ? "Allow" : "ImplicitDeny");
  });

  it("are literal: a star that is asked for covers nothing", () => {
    const onlyD = policy({ ...allowAll, Resource: dataset("d") });

    expect(judge([onlyD], { resource: dataset("*") })).toBe("ImplicitDeny");
    expect(judge([onlyD], { resource: "acs:imm:*:*:*" })).toBe("ImplicitDeny");
    expect(judge([onlyD], { resource: "*" })).toBe("ImplicitDeny");
  });

  it("keep their parts apart: a star in the region doesn't run into the account", () => {
    const ours = policy({ ...allowAll, Resource: "acs:imm:*:111:project/p" });

    expect(judge([ours], { resource: "acs:imm:cn-shanghai:111:project/p" })).toBe("Allow");
    expect(judge([ours], { resource: "acs:imm:cn-shanghai:222:project/x:111:project/p" })).toBe(
      "ImplicitDeny",
    );
  });
});
