import { assert, constantFrom, property, record, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { actions, contract, parametersOf } from "../../src/contract/contract.ts";
import type { Action } from "../../src/contract/wire.ts";
import { resourceName } from "../../src/ram/resource.ts";
import { allowAll, judge, policy } from "./policies.ts";

const scope = { region: "cn-shanghai", accountId: "111" };
const root = "acs:imm:cn-shanghai:111:";

describe("the resource of a call", () => {
  it.each<[Action, Record<string, unknown>, string]>([
    ["CreateProject", { ProjectName: "p" }, `${root}project/p`],
    ["ListProjects", {}, `${root}project/*`],
    ["ListProjects", { Prefix: "p" }, `${root}project/*`],
    ["CreateDataset", { ProjectName: "p", DatasetName: "d" }, `${root}project/p/dataset/d`],
    ["CreateDataset", { ProjectName: "p" }, `${root}project/p/dataset/*`],
    ["CreateDataset", { DatasetName: "d" }, `${root}project/*/dataset/d`],
    ["CreateDataset", {}, `${root}project/*/dataset/*`],
    ["ListDatasets", { ProjectName: "p" }, `${root}project/p/dataset/*`],
    ["ListDatasets", {}, `${root}project/*/dataset/*`],
    ["GetTask", { ProjectName: "p", TaskId: "t" }, `${root}project/p`],
    ["GetOSSBucketAttachment", { OSSBucket: "b" }, `${root}project/*`],
    ["ContextualRetrieval", { ProjectName: "p", DatasetName: "d" }, "*"],
    ["GetProject", { ProjectName: null }, `${root}project/*`],
    ["GetProject", { ProjectName: "" }, `${root}project/*`],
    ["GetProject", { ProjectName: 5n }, `${root}project/5`],
  ])("%s %o is %s", (action, params, name) => {
    expect(resourceName(action, params, scope)).toBe(name);
  });

  it.each(actions)("%s is of the kind that the contract says", (action) => {
    const kinds = {
      project: `${root}project/p`,
      "project/*": `${root}project/*`,
      dataset: `${root}project/p/dataset/d`,
      "dataset/*": `${root}project/p/dataset/*`,
      "*": "*",
    };

    const { resource } = contract.operations[action];
    const namesProject = Object.hasOwn(parametersOf(action), "ProjectName");
    const name = resource === "project" && !namesProject ? kinds["project/*"] : kinds[resource];
    expect(resourceName(action, { ProjectName: "p", DatasetName: "d" }, scope)).toBe(name);
  });

  it("isn't chosen by what the action takes no notice of", () => {
    const detach = { OSSBucket: "b", ProjectName: "mine", DatasetName: "d" };

    expect(resourceName("DetachOSSBucket", detach, scope)).toBe(`${root}project/*`);
    expect(resourceName("ListProjects", detach, scope)).toBe(`${root}project/*`);
  });

  it("is known of all 54 actions", () => {
    expect(actions).toHaveLength(54);
  });
});

describe("a made-up name", () => {
  it("is written so that it can't be read as more than a name", () => {
    const params = { ProjectName: "p/dataset/d", DatasetName: "*?:%2F" };

    expect(resourceName("GetDataset", params, scope)).toBe(
      `${root}project/p%2Fdataset%2Fd/dataset/%2A%3F%3A%252F`,
    );
  });

  it.each([
    ["a project that looks like a dataset", "GetProject", { ProjectName: "p/dataset/d" }],
    [
      "a project that looks like another's dataset",
      "GetDataset",
      { ProjectName: "p/dataset/d", DatasetName: "e" },
    ],
    ["a dataset that looks like all", "GetDataset", { ProjectName: "p", DatasetName: "*" }],
    ["a dataset that looks like one letter", "GetDataset", { ProjectName: "p", DatasetName: "?" }],
    ["a project that looks like all", "GetDataset", { ProjectName: "*", DatasetName: "d" }],
    ["a project with an account before it", "GetProject", { ProjectName: "x:111:project/p" }],
  ] as const)("is not let through by a policy for one name: %s", (_name, action, params) => {
    const narrow = policy(
      ...["project/p", "project/p/dataset/?", "project/p/dataset/d*"].map((path) => ({
        ...allowAll,
        Resource: `acs:imm:*:111:${path}`,
      })),
    );

    const resource = resourceName(action, params, scope);

    expect(judge([narrow], { action: `imm:${action}`, resource })).toBe("ImplicitDeny");
  });

  it("never gives two calls of different names one resource", () => {
    const name = string({
      unit: constantFrom("a", "/", ":", "*", "?", "%", "2", "F", "dataset"),
      minLength: 1,
    });
    const key = record({ ProjectName: name, DatasetName: name });

    assert(
      property(key, key, (one, other) => {
        const isSame = one.ProjectName === other.ProjectName && one.DatasetName === other.DatasetName;
        const names = [one, other].map((params) => resourceName("GetDataset", params, scope));

        expect(names[0] === names[1]).toBe(isSame);
        expect(names[0]!.split("/")).toHaveLength(4);
      }),
    );
  });
});
