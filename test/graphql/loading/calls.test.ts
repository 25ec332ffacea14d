import { describe, expect, it } from "vitest";
import { graphql } from "../../generated/index.ts";
import { gatewayTo, type TestGateway } from "../../support/gateway/gateway.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";

function called({ calls }: TestGateway): string[] {
  return calls.map(({ action, params }) => (params["WithStatistics"] ? `${action} with statistics` : action));
}

describe("calls to IMM", () => {
  it("are one for many aliases of one dataset", async () => {
    await using service = await startSeededGateway("photos");

    const { data } = await service.send(
      graphql(`
        query Aliases {
          a: dataset(projectName: "atlas", datasetName: "photos") {
            datasetName
          }
          b: dataset(projectName: "atlas", datasetName: "photos") {
            description
          }
          c: dataset(projectName: "atlas", datasetName: "photos") {
            createTime
          }
        }
      `),
    );

    expect(data?.a).toEqual({ datasetName: "photos" });
    expect(called(service)).toEqual(["GetDataset"]);
  });

  it("are still one where one alias of several selects a statistic", async () => {
    await using service = await startSeededGateway("photos");

    const { data } = await service.send(
      graphql(`
        query AliasesWithStatistics {
          a: dataset(projectName: "atlas", datasetName: "photos") {
            datasetName
          }
          b: dataset(projectName: "atlas", datasetName: "photos") {
            fileCount
            totalFileSize
          }
        }
      `),
    );

    expect(data?.b).toEqual({ fileCount: "0", totalFileSize: "0" });
    expect(called(service)).toEqual(["GetDataset with statistics"]);
  });

  it("ask for statistics that stand in a fragment, and not for those that are skipped", async () => {
    await using service = await startSeededGateway("photos");
    const document = graphql(`
      query Fragments($count: Boolean!) {
        dataset(projectName: "atlas", datasetName: "photos") {
          ...Counted @include(if: $count)
          ... on Node {
            id
          }
          totalFileSize @skip(if: true)
        }
      }
      fragment Counted on Dataset {
        fileCount
      }
    `);

    await service.send(document, { count: true });
    await service.send(document, { count: false });

    expect(called(service)).toEqual(["GetDataset with statistics", "GetDataset"]);
  });

  it("are found in fragments that spread each other, without looking into one twice", async () => {
    await using atlas = await startSeededGateway("photos");
    const limits = { cost: Infinity, repeatedFields: Infinity };
    await using service = gatewayTo(atlas.endpoint, { limits });
    const levels = 40;
    const fragments = Array.from(
      { length: levels },
      (_, level) => `fragment F${level} on Dataset { ...F${level + 1} ...F${level + 1} }`,
    );
    const query = `{ dataset(projectName: "atlas", datasetName: "photos") { ...F0 } }`;

    const { data } = await service.send(
      `${query} ${fragments.join(" ")} fragment F${levels} on Dataset { fileCount }`,
    );

    expect(data).toEqual({ dataset: { fileCount: "0" } });
    expect(called(service)).toEqual(["GetDataset with statistics"]);
  });

  it("are one for a list without statistics", async () => {
    await using service = await startSeededGateway("a", "b", "c");

    await service.send(
      graphql(`
        query List {
          datasets(projectName: "atlas") {
            nodes {
              datasetName
              bindCount
            }
          }
        }
      `),
    );

    expect(called(service)).toEqual(["ListDatasets"]);
  });

  it("are one more for each dataset of a list whose statistics are selected", async () => {
    await using service = await startSeededGateway("a", "b");

    const { data } = await service.send(
      graphql(`
        query ListWithStatistics {
          datasets(projectName: "atlas") {
            nodes {
              fileCount
              totalFileSize
            }
          }
        }
      `),
    );

    expect(data?.datasets?.nodes).toEqual([
      { fileCount: "0", totalFileSize: "0" },
      { fileCount: "0", totalFileSize: "0" },
    ]);
    expect(called(service)).toEqual([
      "ListDatasets",
      "GetDataset with statistics",
      "GetDataset with statistics",
    ]);
  });

  it("are none for a dataset's project that is selected by its key, and one for all datasets otherwise", async () => {
    await using service = await startSeededGateway("a", "b");

    const byKey = await service.send(
      graphql(`
        query ProjectByKey {
          datasets(projectName: "atlas") {
            nodes {
              project {
                __typename
                id
                projectName
              }
            }
          }
        }
      `),
    );
    const whole = await service.send(
      graphql(`
        query ProjectWhole {
          datasets(projectName: "atlas") {
            nodes {
              project {
                datasetCount
              }
            }
          }
        }
      `),
    );

    expect(byKey.data?.datasets?.nodes[0]?.project?.projectName).toBe("atlas");
    expect(whole.data?.datasets?.nodes[1]?.project?.datasetCount).toBe(2);
    expect(called(service)).toEqual(["ListDatasets", "ListDatasets", "GetProject"]);
  });

  it("are one for a create whose payload selects all, and one more for an update's statistics", async () => {
    await using service = await startSeededGateway();

    await service.send(
      graphql(`
        mutation CreateAndCount {
          createDataset(input: { projectName: "atlas", datasetName: "photos" }) {
            dataset {
              fileCount
              totalFileSize
              project {
                projectName
              }
            }
          }
        }
      `),
    );
    expect(called(service)).toEqual(["CreateDataset"]);

    await service.send(
      graphql(`
        mutation UpdateAndCount {
          updateDataset(input: { projectName: "atlas", datasetName: "photos", description: "x" }) {
            dataset {
              description
              fileCount
              totalFileSize
            }
          }
        }
      `),
    );
    expect(called(service)).toEqual(["CreateDataset", "UpdateDataset", "GetDataset with statistics"]);
  });

  it("follow the same rules for projects", async () => {
    await using service = await startSeededGateway();

    await service.send(
      graphql(`
        query ProjectAliases {
          a: project(projectName: "atlas") {
            projectName
          }
          b: project(projectName: "atlas") {
            fileCount
          }
        }
      `),
    );
    await service.send(
      graphql(`
        query ProjectList {
          projects {
            nodes {
              projectName
            }
          }
        }
      `),
    );
    await service.send(
      graphql(`
        query ProjectListWithStatistics {
          projects {
            nodes {
              fileCount
              totalFileSize
            }
          }
        }
      `),
    );
    await service.send(
      graphql(`
        mutation CreateProjectAndCount {
          createProject(input: { projectName: "zoo" }) {
            project {
              fileCount
              totalFileSize
            }
          }
        }
      `),
    );
    await service.send(
      graphql(`
        mutation UpdateProjectAndCount {
          updateProject(input: { projectName: "zoo" }) {
            project {
              fileCount
              totalFileSize
            }
          }
        }
      `),
    );

    expect(called(service)).toEqual([
      "GetProject with statistics",
      "ListProjects",
      "ListProjects",
      "GetProject with statistics",
      "CreateProject",
      "UpdateProject",
      "GetProject with statistics",
    ]);
  });

  it("are made anew after a write of the same document", async () => {
    await using service = await startSeededGateway("photos");

    const { data } = await service.send(
      graphql(`
        mutation DeleteThenLook {
          update: updateDataset(
            input: { projectName: "atlas", datasetName: "photos", description: "first" }
          ) {
            dataset {
              project {
                datasetCount
              }
            }
          }
          delete: deleteDataset(input: { projectName: "atlas", datasetName: "photos" }) {
            deletedDatasetId
          }
          create: createDataset(input: { projectName: "atlas", datasetName: "other" }) {
            dataset {
              project {
                datasetCount
              }
            }
          }
        }
      `),
    );

    expect(data?.update.dataset.project?.datasetCount).toBe(1);
    expect(data?.create.dataset.project?.datasetCount).toBe(1);
    expect(called(service)).toEqual([
      "UpdateDataset",
      "GetProject",
      "DeleteDataset",
      "CreateDataset",
      "GetProject",
    ]);
  });
});
