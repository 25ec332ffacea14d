import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Request } from "../../src/contract/wire.ts";
import { skipDifferences } from "./differences.ts";
import { endpoints } from "./endpoints.ts";
import type { Service } from "./service.ts";

const maxInt64 = 2n ** 63n - 1n;

/** The limits of a dataset, which a project has for its new ones, each with the greatest value that it takes. */
const limits = [
  ["DatasetMaxBindCount", 10n],
  ["DatasetMaxFileCount", 100_000_000n],
  ["DatasetMaxEntityCount", maxInt64],
  ["DatasetMaxRelationCount", maxInt64],
  ["DatasetMaxTotalFileSize", maxInt64],
] as const;

const accepted = (max: bigint) => [1n, 2n, max - 1n, max];
const refused = (limit: string, max: bigint): [value: bigint, code: string][] => [
  [0n, `Invalid${limit}`],
  [max + 1n, "LimitExceededError"],
];

/** An integer as a reply holds it: a bigint only where a number would lose digits. */
const replied = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

describe.each(endpoints)("limits on %s", (endpoint, connect) => {
  skipDifferences(endpoint);
  let service: Service;
  beforeAll(async () => {
    service = await connect();
  });
  afterAll(() => service[Symbol.asyncDispose]());

  describe.each(limits)("%s", (limit, max) => {
    const asked = (value: bigint): Partial<Record<typeof limit, bigint>> => ({ [limit]: value });

    it.each(accepted(max))("of a new dataset may be %d", async (value) => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };

      const created = await service.imm.call("CreateDataset", { ...key, ...asked(value) });
      const found = await service.imm.call("GetDataset", key);

      expect(created.Dataset).toMatchObject({ [limit]: replied(value) });
      expect(found.Dataset).toMatchObject({ [limit]: replied(value) });
    });

    it.each(refused(limit, max))("of a new dataset must not be %d", async (value, code) => {
      await using project = await service.project();
      const { ProjectName } = project;

      const creating = service.imm.call("CreateDataset", {
        ProjectName,
        DatasetName: "photos",
        ...asked(value),
      });

      await expect(creating).rejects.toMatchObject({ code, httpStatus: 400 });
      const { Datasets = [] } = await service.imm.call("ListDatasets", { ProjectName });
      expect(Datasets).toEqual([]);
    });

    it.each(accepted(max))("of a dataset may become %d", async (value) => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      await service.imm.call("CreateDataset", { ...key, [limit]: 3 });

      const updated = await service.imm.call("UpdateDataset", { ...key, ...asked(value) });
      const found = await service.imm.call("GetDataset", key);

      expect(updated.Dataset).toMatchObject({ [limit]: replied(value) });
      expect(found.Dataset).toMatchObject({ [limit]: replied(value) });
    });

    it.each(refused(limit, max))("of a dataset must not become %d", async (value, code) => {
      await using project = await service.project();
      const key = { ProjectName: project.ProjectName, DatasetName: "photos" };
      const created = await service.imm.call("CreateDataset", key);

      const updating = service.imm.call("UpdateDataset", { ...key, Description: "new", ...asked(value) });

      await expect(updating).rejects.toMatchObject({ code, httpStatus: 400 });
      const found = await service.imm.call("GetDataset", key);
      expect(found.Dataset).toEqual(created.Dataset);
    });
  });

  describe.each([...limits, ["ProjectMaxDatasetCount", 1_000_000_000n]] as const)("%s", (limit, max) => {
    const asked = (value: bigint): Partial<Request<"CreateProject">> => ({ [limit]: value });

    it.each(accepted(max))("of a new project may be %d", async (value) => {
      await using project = await service.project(asked(value));
      const { ProjectName } = project;

      const found = await service.imm.call("GetProject", { ProjectName });

      expect(project.created).toMatchObject({ [limit]: replied(value) });
      expect(found.Project).toMatchObject({ [limit]: replied(value) });
    });

    it.each(refused(limit, max))("of a new project must not be %d", async (value, code) => {
      const ProjectName = service.projectName();

      const creating = service.imm.call("CreateProject", { ProjectName, ...asked(value) });

      await expect(creating).rejects.toMatchObject({ code, httpStatus: 400 });
      const getting = service.imm.call("GetProject", { ProjectName });
      await expect(getting).rejects.toMatchObject({ code: "ResourceNotFound", httpStatus: 400 });
    });

    it.each(accepted(max))("of a project may become %d", async (value) => {
      await using project = await service.project(asked(3n));
      const { ProjectName } = project;

      const updated = await service.imm.call("UpdateProject", { ProjectName, ...asked(value) });
      const found = await service.imm.call("GetProject", { ProjectName });

      expect(updated.Project).toMatchObject({ [limit]: replied(value) });
      expect(found.Project).toMatchObject({ [limit]: replied(value) });
    });

    it.each(refused(limit, max))("of a project must not become %d", async (value, code) => {
      await using project = await service.project();
      const { ProjectName } = project;

      const updating = service.imm.call("UpdateProject", {
        ProjectName,
        Description: "new",
        ...asked(value),
      });

      await expect(updating).rejects.toMatchObject({ code, httpStatus: 400 });
      const found = await service.imm.call("GetProject", { ProjectName });
      expect(found.Project).toEqual(project.created);
    });
  });

  it.each([
    2n ** 31n,
    2n ** 32n,
    2n ** 53n - 1n,
    2n ** 53n,
    2n ** 53n + 1n,
    90_000_000_000_000_001n,
    maxInt64 - 1n,
  ])("keeps every digit of %d, from a project to its datasets too", async (value) => {
    const asked = {
      DatasetMaxEntityCount: value,
      DatasetMaxRelationCount: value,
      DatasetMaxTotalFileSize: value,
    };
    const exact = {
      DatasetMaxEntityCount: replied(value),
      DatasetMaxRelationCount: replied(value),
      DatasetMaxTotalFileSize: replied(value),
    };
    await using project = await service.project(asked);
    const { ProjectName } = project;

    await service.imm.call("CreateDataset", { ProjectName, DatasetName: "asked", ...asked });
    await service.imm.call("CreateDataset", { ProjectName, DatasetName: "inherited" });
    const { Datasets } = await service.imm.call("ListDatasets", { ProjectName });

    expect(project.created).toMatchObject(exact);
    expect(Datasets).toMatchObject([
      { DatasetName: "asked", ...exact },
      { DatasetName: "inherited", ...exact },
    ]);
  });
});
