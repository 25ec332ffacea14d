import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/local-imm/store/store.ts";
import { makeFolder, startTestImm, type TestImm } from "../start.ts";

const project = { ProjectName: "atlas" };

/** A project of the datasets d0 to d4. */
async function startFive(dir?: string): Promise<TestImm> {
  const imm = await startTestImm(dir === undefined ? {} : { dir });
  await imm.call("CreateProject", project);
  for (let index = 0; index < 5; index += 1) {
    await imm.call("CreateDataset", { ...project, DatasetName: `d${index}` });
  }
  return imm;
}

async function list(imm: TestImm, params: Record<string, unknown>) {
  const { status, body } = await imm.call("ListDatasets", { ...project, ...params });
  const datasets = (body["Datasets"] ?? []) as { DatasetName: string }[];
  return {
    status,
    names: datasets.map(({ DatasetName }) => DatasetName),
    token: body["NextToken"] as string | undefined,
  };
}

async function tokenOf(
  imm: TestImm,
  action: string,
  params: Record<string, unknown> = project,
): Promise<string> {
  const { body } = await imm.call(action, { ...params, MaxResults: 1 });
  return body["NextToken"] as string;
}

const invalid = {
  status: 400,
  body: {
    Code: "InvalidNextToken",
    Message: expect.stringMatching(
      /^Specified parameter NextToken is not valid\. NextToken must be one that List\w+ returned for the same parameters; got "/,
    ),
  },
};

describe("lists", () => {
  it("pages through datasets in the order of their names", async () => {
    await using imm = await startFive();

    const first = await list(imm, { MaxResults: 2, NextToken: "" });
    const second = await list(imm, { MaxResults: 2, NextToken: first.token });
    const third = await list(imm, { MaxResults: 2, NextToken: second.token });

    expect([first.names, second.names, third.names]).toEqual([["d0", "d1"], ["d2", "d3"], ["d4"]]);
    expect(third.token).toBeUndefined();
  });

  it("ends a last page that is full without a token", async () => {
    await using imm = await startFive();

    expect(await list(imm, { MaxResults: 5 })).toMatchObject({ names: { length: 5 }, token: undefined });
    expect(await list(imm, { MaxResults: 1, Prefix: "d4" })).toMatchObject({
      names: ["d4"],
      token: undefined,
    });
  });

  it("has an empty page where nothing is", async () => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", project);

    expect((await imm.call("ListDatasets", project)).body).toEqual({
      RequestId: expect.any(String),
      Datasets: [],
    });
  });

  it.each([
    [{}, 100],
    [{ MaxResults: 0 }, 100],
    [{ MaxResults: 200 }, 101],
  ])("shows by %j %d of 101 datasets", async (params, count) => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", project);
    const names = Array.from({ length: 101 }, (_, index) => `d${index}`);
    await Promise.all(names.map((DatasetName) => imm.call("CreateDataset", { ...project, DatasetName })));

    expect((await list(imm, params)).names).toHaveLength(count);
  });

  it("takes a prefix for what it is, not for a pattern", async () => {
    await using imm = await startFive();
    await imm.call("CreateDataset", { ...project, DatasetName: "D0" });

    expect((await list(imm, { Prefix: "d1" })).names).toEqual(["d1"]);
    expect((await list(imm, { Prefix: "D" })).names).toEqual(["D0"]);
    for (const Prefix of ["_", "%", "*", "d_", "é"]) expect((await list(imm, { Prefix })).names).toEqual([]);
  });

  it("goes on behind a name that was deleted meanwhile, and with what was added", async () => {
    await using imm = await startFive();
    const { token } = await list(imm, { MaxResults: 2 });
    await imm.call("DeleteDataset", { ...project, DatasetName: "d1" });
    await imm.call("CreateDataset", { ...project, DatasetName: "d1a" });

    expect((await list(imm, { NextToken: token })).names).toEqual(["d1a", "d2", "d3", "d4"]);
  });

  it("writes tokens as IMM does: plain for datasets, base64 for projects", async () => {
    await using imm = await startFive();
    await imm.call("CreateProject", { ProjectName: "globe" });

    const ofProjects = Buffer.from(await tokenOf(imm, "ListProjects", {}), "base64").toString();

    expect(await tokenOf(imm, "ListDatasets")).toMatch(/^111:atlas:d0:[\w-]{16}$/);
    expect(ofProjects).toMatch(/^111:atlas:[\w-]{16}$/);
    expect(
      await imm.call("ListProjects", { NextToken: await tokenOf(imm, "ListProjects", {}) }),
    ).toMatchObject({
      body: { Projects: [{ ProjectName: "globe" }] },
    });
  });

  it("takes tokens as they were first written, of a name alone", async () => {
    using folder = makeFolder();
    await (await startFive(folder.path)).close();
    const secret = secretOf(folder.path);
    await using imm = await startTestImm({ dir: folder.path });
    const tokenOfName = (action: string, text: string) =>
      `${text}:${createHmac("sha256", secret).update(`${action} ${text}`).digest("base64url").slice(0, 16)}`;

    const ofDatasets = tokenOfName("ListDatasets", "111:atlas:d2");
    const ofProjects = Buffer.from(tokenOfName("ListProjects", "111:aaaa")).toString("base64");

    expect((await list(imm, { NextToken: ofDatasets })).names).toEqual(["d3", "d4"]);
    expect((await list(imm, { NextToken: ofDatasets, Prefix: "d4" })).names).toEqual(["d4"]);
    expect(await imm.call("ListProjects", { NextToken: ofProjects })).toMatchObject({
      body: { Projects: [project] },
    });
  });

  it("refuses a token that it didn't write", async () => {
    await using imm = await startFive();
    const token = await tokenOf(imm, "ListDatasets");

    const forged = [
      "x",
      ":",
      "111:atlas:d0",
      token.replace("d0", "d1"),
      `${token}x`,
      `${token}=`,
      ` ${token}`,
      "\0",
    ];
    for (const NextToken of forged) {
      expect(await imm.call("ListDatasets", { ...project, NextToken })).toMatchObject({
        status: 400,
        body: { Code: "InvalidNextToken" },
      });
    }
  });

  it("refuses the token of another project, list or store", async () => {
    await using imm = await startFive();
    await using other = await startFive();
    await imm.call("CreateProject", { ProjectName: "globe" });
    const ofDatasets = await tokenOf(imm, "ListDatasets");
    const ofProjects = await tokenOf(imm, "ListProjects", {});

    const inOtherProject = { ProjectName: "globe", NextToken: ofDatasets };
    expect(await imm.call("ListDatasets", inOtherProject)).toMatchObject(invalid);
    expect(await imm.call("ListDatasets", { ...project, NextToken: ofProjects })).toMatchObject(invalid);
    expect(await imm.call("ListProjects", { NextToken: ofDatasets })).toMatchObject(invalid);
    expect(await imm.call("ListProjects", { NextToken: `${ofProjects} ` })).toMatchObject(invalid);
    expect(await other.call("ListDatasets", { ...project, NextToken: ofDatasets })).toMatchObject(invalid);
  });

  it("takes a token from before a restart", async () => {
    using folder = makeFolder();
    const before = await startFive(folder.path);
    const token = await tokenOf(before, "ListDatasets");
    await before.close();

    await using imm = await startTestImm({ dir: folder.path });

    expect((await list(imm, { NextToken: token })).names).toEqual(["d1", "d2", "d3", "d4"]);
  });
});

/** What a store signs its tokens with. */
function secretOf(dir: string): Uint8Array {
  using store = openStore(dir);
  return store.secret;
}
