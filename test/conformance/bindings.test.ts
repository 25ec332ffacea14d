import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Request } from "../../src/contract/wire.ts";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import { alreadyExists, notFound, time } from "./expected.ts";
import type { Pairs } from "./raw.ts";
import type { Service } from "./service.ts";

const exists = alreadyExists("binding");

type Key = Required<Request<"GetBinding">>;

const ofOne = ["CreateBinding", "GetBinding", "DeleteBinding"] as const;

describe.each(endpoints)("bindings on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  /** A project of a test's own with the dataset `photos`. */
  async function start(limits: Omit<Request<"CreateDataset">, "ProjectName" | "DatasetName"> = {}) {
    const project = await service.project();
    const dataset = { ProjectName: project.ProjectName, DatasetName: "photos" };
    await service.imm.call("CreateDataset", { ...dataset, ...limits });
    return { dataset, [Symbol.asyncDispose]: () => project[Symbol.asyncDispose]() };
  }

  describe("of a bucket that is there", () => {
    it("are answered whole, and read again as they are", async () => {
      await using made = await start();
      const key: Key = { ...made.dataset, URI: `oss://${service.bucket()}` };

      const { Binding: created } = await service.imm.call("CreateBinding", key);
      const { Binding: found } = await service.imm.call("GetBinding", key);
      const { Bindings } = await service.imm.call("ListBindings", made.dataset);

      expect(created).toMatchObject({
        ...key,
        State: expect.stringMatching(/^(Ready|Running)$/),
        Phase: expect.stringMatching(/^(FullScanning|IncrementalScanning)$/),
        CreateTime: expect.stringMatching(time),
      });
      expect(created.UpdateTime).toBe(created.CreateTime);
      const { CreateTime, UpdateTime } = created;
      expect(found).toMatchObject({ ...key, CreateTime, UpdateTime });
      expect(Bindings).toMatchObject([{ ...key, CreateTime, UpdateTime }]);
    });

    it("are refused while they are there already, and made again once deleted", async () => {
      await using made = await start();
      const key: Key = { ...made.dataset, URI: `oss://${service.bucket()}` };
      await service.imm.call("CreateBinding", key);

      await expect(service.imm.call("CreateBinding", key)).rejects.toMatchObject(exists);
      const { RequestId, ...others } = await service.imm.call("DeleteBinding", key);
      expect([typeof RequestId, others]).toEqual(["string", {}]);
      await expect(service.imm.call("GetBinding", key)).rejects.toMatchObject(notFound("binding"));
      await expect(service.imm.call("DeleteBinding", key)).rejects.toMatchObject(notFound("binding"));
      await service.imm.call("CreateBinding", key);
    });

    it("bind it to two datasets of a project", async () => {
      await using made = await start();
      const other = { ...made.dataset, DatasetName: "films" };
      await service.imm.call("CreateDataset", other);
      const URI = `oss://${service.bucket()}`;

      await service.imm.call("CreateBinding", { ...made.dataset, URI });
      await service.imm.call("CreateBinding", { ...other, URI });
      await service.imm.call("DeleteBinding", { ...made.dataset, URI });

      await expect(service.imm.call("GetBinding", { ...made.dataset, URI })).rejects.toMatchObject(
        notFound("binding"),
      );
      expect(await service.imm.call("GetBinding", { ...other, URI })).toMatchObject({ Binding: other });
    });

    it("are counted, and keep their dataset and its project from being deleted", async () => {
      await using made = await start();
      const { dataset } = made;
      const { ProjectName } = dataset;
      const key: Key = { ...dataset, URI: `oss://${service.bucket()}` };
      await service.imm.call("CreateBinding", key);

      const conflict = { code: "StatusConflict", httpStatus: 400 };
      await expect(service.imm.call("DeleteDataset", dataset)).rejects.toMatchObject(conflict);
      await expect(service.imm.call("DeleteProject", { ProjectName })).rejects.toMatchObject(conflict);
      const counted = await service.imm.call("GetDataset", dataset);
      await service.imm.call("DeleteBinding", key);
      const after = await service.imm.call("GetDataset", dataset);
      await service.imm.call("DeleteDataset", dataset);

      expect([counted.Dataset.BindCount, after.Dataset.BindCount].map(Number)).toEqual([1, 0]);
    });

    it.each([
      ["by GET in the query", { method: "GET", in: "query" }],
      ["by POST in the query", { method: "POST", in: "query" }],
      ["by POST in the body", { method: "POST", in: "body" }],
    ] as const)("are reached %s", async (_how, how) => {
      await using made = await start();
      const dataset: Pairs = Object.entries(made.dataset);
      const URI = `oss://${service.bucket()}`;
      const key: Pairs = [...dataset, ["URI", URI]];

      expect(await service.raw("CreateBinding", key, how)).toMatchObject({
        status: 200,
        body: { Binding: { URI } },
      });
      expect(await service.raw("GetBinding", key, how)).toMatchObject({ body: { Binding: { URI } } });
      expect(await service.raw("ListBindings", dataset, how)).toMatchObject({
        body: { Bindings: [{ URI }] },
      });
      expect(await service.raw("DeleteBinding", key, how)).toEqual({
        status: 200,
        body: { RequestId: expect.any(String) },
      });
    });
  });

  describe("of several buckets", () => {
    it("are refused beyond DatasetMaxBindCount, until one is deleted", async () => {
      await using made = await start({ DatasetMaxBindCount: 2 });
      const bind = () => ({ ...made.dataset, URI: `oss://${service.bucket()}` });
      const first = bind();
      await service.imm.call("CreateBinding", first);
      await service.imm.call("CreateBinding", bind());

      const beyond = bind();
      await expect(service.imm.call("CreateBinding", beyond)).rejects.toMatchObject({
        code: "LimitExceededError",
        httpStatus: 400,
        message: expect.stringContaining("resource count exceeds the limit"),
      });
      await expect(service.imm.call("CreateBinding", first)).rejects.toMatchObject(exists);
      await service.imm.call("DeleteBinding", first);
      await service.imm.call("CreateBinding", beyond);
    });

    it("are listed in the order of their URIs, page by page", async () => {
      await using made = await start();
      const uris: string[] = [];
      for (let count = 0; count < 5; count += 1) {
        const URI = `oss://${service.bucket()}`;
        uris.push(URI);
        await service.imm.call("CreateBinding", { ...made.dataset, URI });
      }

      const pagesOf = async (MaxResults: number) => {
        const pages: string[][] = [];
        let NextToken = "";
        do {
          const reply = await service.imm.call("ListBindings", {
            ...made.dataset,
            MaxResults,
            ...(NextToken && { NextToken }),
          });
          pages.push((reply.Bindings ?? []).map(({ URI }) => URI));
          NextToken = reply.NextToken ?? "";
        } while (NextToken);
        return pages;
      };

      expect(await pagesOf(0)).toEqual([uris]);
      expect(await pagesOf(200)).toEqual([uris]);
      expect(await pagesOf(5)).toEqual([uris]);
      expect(await pagesOf(2)).toEqual([uris.slice(0, 2), uris.slice(2, 4), uris.slice(4)]);
    });
  });

  it("are none in a new dataset", async () => {
    await using made = await start();

    const reply = await service.imm.call("ListBindings", made.dataset);

    expect(reply.Bindings ?? []).toEqual([]);
    expect(reply.NextToken ?? "").toBe("");
  });

  it.each(["GetBinding", "DeleteBinding"] as const)(
    "aren't found by %s where there is none",
    async (action) => {
      await using made = await start();

      const calling = service.imm.call(action, { ...made.dataset, URI: "oss://examplebucket" });

      await expect(calling).rejects.toMatchObject(notFound("binding"));
    },
  );

  it.each([...ofOne, "ListBindings"] as const)(
    "aren't looked for by %s in a project or a dataset that isn't there",
    async (action) => {
      await using made = await start();
      const uri = action === "ListBindings" ? {} : { URI: "oss://examplebucket" };
      const nowhere = { ProjectName: service.projectName(), DatasetName: "photos", ...uri };
      const without = { ...made.dataset, DatasetName: "films", ...uri };

      await expect(service.imm.call(action, nowhere as Key)).rejects.toMatchObject(notFound("project"));
      await expect(service.imm.call(action, without as Key)).rejects.toMatchObject(notFound("dataset"));
    },
  );

  it.each([...ofOne, "ListBindings"] as const)("are missed by %s without ProjectName", async (action) => {
    const absent = await service.raw(action, [
      ["DatasetName", "photos"],
      ["URI", "oss://examplebucket"],
    ]);

    expect(absent).toMatchObject({ status: 400, body: { Code: "MissingProjectName" } });
  });

  it("are missed by CreateBinding without URI", async () => {
    await using made = await start();

    const absent = await service.raw("CreateBinding", Object.entries(made.dataset));

    expect(absent).toMatchObject({ status: 400, body: { Code: "MissingURI" } });
  });

  it.each([
    "examplebucket",
    "oss://",
    "oss:///",
    "http://examplebucket",
    "pds://domains/d/drives/r/files/f/revisions/v",
    "oss://Example_Bucket",
    "oss://../etc",
    "oss://ab",
  ])("aren't made of %s", async (URI) => {
    await using made = await start();

    const { status, body } = await service.raw("CreateBinding", Object.entries({ ...made.dataset, URI }));

    expect(status).toBe(400);
    // IMM's table has both codes, and doesn't say which is whose.
    expect(["InvalidURI", "InvalidArgument"]).toContain(body["Code"]);
    const { Bindings } = await service.imm.call("ListBindings", made.dataset);
    expect(Bindings ?? []).toEqual([]);
  });

  it.each<[parameter: string, value: string]>([
    ["MaxResults", "-1"],
    ["MaxResults", "201"],
    ["MaxResults", "ten"],
    ["NextToken", "nonsense"],
  ])("aren't listed by a %s of %s", async (parameter, value) => {
    await using made = await start();

    const { status, body } = await service.raw("ListBindings", [
      ...Object.entries(made.dataset),
      [parameter, value],
    ]);

    expect(status).toBe(400);
    expect([`Invalid${parameter}`, "InvalidArgument"]).toContain(body["Code"]);
  });
});
