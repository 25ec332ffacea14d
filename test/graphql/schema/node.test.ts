import type { GraphQLObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../../../src/graphql/schema.ts";
import { graphql } from "../../generated/index.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";

const Read = graphql(`
  query Node($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Dataset {
        datasetName
        fileCount
      }
      ... on Project {
        projectName
        datasetCount
      }
    }
  }
`);

const globalId = (text: string) => Buffer.from(text).toString("base64");

describe("node", () => {
  it("reads a dataset and a project again by the ids that they answered", async () => {
    await using service = await startSeededGateway("photos");

    const dataset = await service.send(Read, { id: globalId("Dataset:atlas/photos") });
    const project = await service.send(Read, { id: globalId("Project:atlas") });

    expect(dataset.data?.node).toEqual({
      __typename: "Dataset",
      id: globalId("Dataset:atlas/photos"),
      datasetName: "photos",
      fileCount: "0",
    });
    expect(project.data?.node).toEqual({
      __typename: "Project",
      id: globalId("Project:atlas"),
      projectName: "atlas",
      datasetCount: 1,
    });
    expect(service.calls.map(({ params }) => params)).toEqual([
      { ProjectName: "atlas", DatasetName: "photos", WithStatistics: true },
      { ProjectName: "atlas" },
    ]);
  });

  it("is null where the thing is gone, also by the id that a delete answered", async () => {
    await using service = await startSeededGateway("photos");

    const deleted = await service.send(
      graphql(`
        mutation DeleteBoth {
          deleteDataset(input: { projectName: "atlas", datasetName: "photos" }) {
            deletedDatasetId
            requestId
          }
          deleteProject(input: { projectName: "atlas" }) {
            deletedProjectId
            requestId
          }
        }
      `),
    );
    const { deletedDatasetId, requestId } = deleted.data!.deleteDataset;
    const { deletedProjectId } = deleted.data!.deleteProject;

    expect([deletedDatasetId, deletedProjectId]).toEqual([
      globalId("Dataset:atlas/photos"),
      globalId("Project:atlas"),
    ]);
    expect(requestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(await service.send(Read, { id: deletedDatasetId })).toEqual({ data: { node: null } });
    expect(await service.send(Read, { id: deletedProjectId })).toEqual({ data: { node: null } });
  });

  it.each(["x", "!!!!", "Dataset:atlas/photos", "\ud800"])(
    "refuses the id %j, which is no base64",
    async (id) => {
      await using service = await startSeededGateway();

      const { errors } = await service.send(Read, { id });

      expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "id" });
      expect(service.calls).toEqual([]);
    },
  );

  it.each([
    "",
    "nonsense",
    "Dataset:atlas",
    "Dataset:atlas/photos/more",
    "Project:9lives",
    "PageInfo:x",
    "Nothing:x",
  ])("refuses the id of %j before any call", async (text) => {
    await using service = await startSeededGateway();

    const { data, errors } = await service.send(Read, { id: globalId(text) });

    expect(data).toEqual({ node: null });
    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "id" });
    expect(service.calls).toEqual([]);
  });

  it.each([
    ["Dataset", "Dataset:atlas/photos"],
    ["Project", "Project:atlas"],
  ])("has its id at once: a promise for each %s of a page would take as long as all the rest", (type, id) => {
    const { resolve } = (schema.getType(type) as GraphQLObjectType).getFields()["id"]!;

    const answer: unknown = resolve!({ ProjectName: "atlas", DatasetName: "photos" }, {}, {}, {} as never);

    expect(answer).toBe(globalId(id));
  });

  it.each(["atlas", "atl\u00e4s", "\u5730\u56fe", "\u{1f5fa}", "a\u0000b"])(
    "has the UTF-8 of its names in its id, also of the name %j that IMM doesn't give",
    (ProjectName) => {
      const { resolve } = (schema.getType("Project") as GraphQLObjectType).getFields()["id"]!;

      expect(resolve!({ ProjectName }, {}, {}, {} as never)).toBe(globalId(`Project:${ProjectName}`));
    },
  );
});
