import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parametersOf } from "../../../../src/contract/contract.ts";
import type { Context } from "../../../../src/local-imm/operations/operation.ts";
import { SimpleQuery } from "../../../../src/local-imm/operations/query/SimpleQuery.ts";
import { Params } from "../../../../src/local-imm/params/params.ts";
import { openStore } from "../../../../src/local-imm/store/store.ts";
import { repeat } from "../../../support/lists.ts";
import { signV3 } from "../../signature/sign.ts";
import type { TestImm } from "../../start.ts";
import { ask, folderWithFiles, key, startWithFiles } from "./files.ts";

// No index serves them, and they meet no file: each file is looked at in many parts.
const Query = {
  Operation: "or",
  SubQueries: repeat(100, (n) => ({
    Field: "Labels.LabelName",
    Operation: "match-phrase",
    Value: `no ${n}`,
  })),
};

const files = repeat(1500, (n) => ({
  Filename: `f${n}`,
  Labels: [{ LabelName: `l${n}` }, { LabelName: `m${n}` }],
}));

let imm: TestImm;

/** Sends a search, and doesn't wait for its answer. */
function start() {
  const { method, path, headers } = signV3(
    "SimpleQuery",
    imm.signing({ query: { ...key, Query: JSON.stringify(Query) } }),
  );
  const sent = request(imm.url, { method, path, headers });
  // If it is cut off.
  sent.on("error", () => {});
  sent.on("response", (response) => response.resume());
  sent.end();
  return sent;
}

/** Waits until it has begun: a call that is sent behind it has its answer. */
async function begun(): Promise<void> {
  await imm.call("GetDataset", key);
}

describe("while a search looks at files", () => {
  beforeEach(async () => {
    imm = await startWithFiles(files);
  });
  afterEach(() => imm[Symbol.asyncDispose]());

  it("other calls are answered", async () => {
    const ended: string[] = [];
    const scan = ask(imm, "SimpleQuery", { Query }).then(({ body }) =>
      ended.push(`scan ${body["TotalHits"] as bigint}`),
    );

    await imm.call("GetDataset", key).then(() => ended.push("GetDataset"));
    await ask(imm, "SimpleQuery", { MaxResults: 1 }).then(() => ended.push("SimpleQuery"));
    await scan;

    expect(ended).toEqual(["GetDataset", "SimpleQuery", "scan 0"]);
  });

  it("its caller may leave: nothing is told", async () => {
    const scans = repeat(3, start);
    await begun();

    for (const scan of scans) scan.destroy();
    await imm.close();

    expect(imm.errors).toEqual([]);
  });

  it("the service may stop: it is answered, or cut off, and nothing is told", async () => {
    const scans = repeat(3, start);
    const ends = scans.map((scan) => new Promise((resolve) => scan.once("close", resolve)));
    await begun();

    await imm.close();

    await Promise.all(ends);
    expect(imm.errors).toEqual([]);
  });
});

describe("the search of a caller that has left", () => {
  it.each([
    ["for files", {}],
    ["for what is computed of them", { Aggregations: [{ Field: "URI", Operation: "count" }] }],
  ])("%s ends", async (_what, asked) => {
    using folder = await folderWithFiles(files.slice(0, 300));
    using store = openStore(folder.path);
    const values = Object.entries({ ...key, ...asked, Query }).map(
      ([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)] as const,
    );
    const params = new Params(new Map(values), parametersOf("SimpleQuery"));
    const context = { store, accountId: "111" } as unknown as Context;
    const leaving = new AbortController();

    const searching = SimpleQuery(params, context, leaving.signal);
    leaving.abort(new Error("gone"));

    await expect(searching).rejects.toThrow("gone");
  });
});
