import { describe, expect, it } from "vitest";
import { graphql } from "../generated/index.ts";
import { startAtlas } from "../support/atlas.ts";

const Entities = graphql(`
  query Entities($representations: [_Any!]!, $counted: Boolean = false) {
    _entities(representations: $representations) {
      __typename
      ... on Dataset {
        projectName
        datasetName
        templateId
        fileCount @include(if: $counted)
      }
      ... on Project {
        projectName
        datasetMaxBindCount
      }
    }
  }
`);

const Keys = graphql(`
  query EntityKeys($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Dataset {
        __typename
        id
        projectName
        datasetName
        project {
          projectName
        }
      }
      ... on Project {
        __typename
        id
        projectName
      }
    }
  }
`);

const dataset = (datasetName: string) => ({ __typename: "Dataset", projectName: "atlas", datasetName });

describe("entities", () => {
  it("are read by their keys, in the order that was asked for", async () => {
    await using service = await startAtlas("a", "b");

    const { data } = await service.send(Entities, {
      representations: [dataset("b"), { __typename: "Project", projectName: "atlas" }, dataset("a")],
    });

    expect(data?._entities).toEqual([
      { __typename: "Dataset", projectName: "atlas", datasetName: "b", templateId: "" },
      { __typename: "Project", projectName: "atlas", datasetMaxBindCount: 10 },
      { __typename: "Dataset", projectName: "atlas", datasetName: "a", templateId: "" },
    ]);
    expect(service.calls.map(({ action }) => action).toSorted()).toEqual([
      "GetDataset",
      "GetDataset",
      "GetProject",
    ]);
  });

  it("cost no call where a key is all that is selected", async () => {
    await using service = await startAtlas("a");

    const { data } = await service.send(Keys, {
      representations: [dataset("a"), { __typename: "Project", projectName: "atlas" }],
    });

    expect(data?._entities).toEqual([
      {
        __typename: "Dataset",
        id: "RGF0YXNldDphdGxhcy9h",
        projectName: "atlas",
        datasetName: "a",
        project: { projectName: "atlas" },
      },
      { __typename: "Project", id: "UHJvamVjdDphdGxhcw==", projectName: "atlas" },
    ]);
    expect(service.calls).toEqual([]);
  });

  it("are read once for all representations of one dataset", async () => {
    await using service = await startAtlas("a");

    const { data } = await service.send(Entities, {
      representations: [dataset("a"), dataset("a"), dataset("a")],
      counted: true,
    });

    expect(data?._entities).toHaveLength(3);
    expect(service.calls.map(({ params }) => params)).toEqual([
      { ProjectName: "atlas", DatasetName: "a", WithStatistics: true },
    ]);
  });

  it("err alone where a key is missing or no name, a type unknown or no entity, and are null where there is nothing", async () => {
    await using service = await startAtlas("a");

    const { data, errors } = await service.send(Entities, {
      representations: [
        { __typename: "Dataset", projectName: "atlas" },
        { __typename: "Nonsense" },
        dataset("a"),
        { __typename: "PageInfo" },
        dataset("none"),
        { __typename: "Dataset", projectName: "atlas", datasetName: "9lives" },
        { projectName: "atlas" },
      ],
    });

    expect(data?._entities?.map((entity) => entity?.__typename ?? null)).toEqual([
      null,
      null,
      "Dataset",
      null,
      null,
      null,
      null,
    ]);
    expect(errors?.map(({ path, extensions }) => [path?.[1], extensions.code, extensions.field])).toEqual([
      [0, "BAD_USER_INPUT", "representations.datasetName"],
      [1, "BAD_USER_INPUT", "representations.__typename"],
      [3, "BAD_USER_INPUT", "representations.__typename"],
      [5, "BAD_USER_INPUT", "representations.datasetName"],
      [6, "BAD_USER_INPUT", "representations.__typename"],
    ]);
    expect(service.calls).toHaveLength(2);
  });
});
