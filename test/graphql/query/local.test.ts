import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";

const dataset = 'dataset(projectName: "atlas", datasetName: "photos")';
const uriOf = (name: string) => `oss://shots/${name}.txt`;

let service: Awaited<ReturnType<typeof startSeededGateway>>;
beforeAll(async () => {
  service = await startSeededGateway({ DatasetName: "photos", TemplateId: "Official:DocumentManagement" });
  const bucket = service.makeBucket("shots");
  const trips = { paris: "Paris", rome: "Rome", kyoto: "京都" };
  const Files = Object.entries(trips).map(([name, trip], index) => {
    writeFileSync(join(bucket, `${name}.txt`), "x".repeat(10 ** (index + 1)));
    const LabelConfidence = [0.9, 0.5, 0.95][index]!;
    return {
      URI: uriOf(name),
      CustomLabels: { trip },
      Labels: [
        { LabelName: "cat", LabelConfidence },
        { LabelName: "dog", LabelConfidence: 1 - LabelConfidence },
      ],
    };
  });
  const names = { ProjectName: "atlas", DatasetName: "photos" };
  await service.imm.call("BatchIndexFileMeta", { ...names, Files });
  await service.settled();
});
afterAll(() => service[Symbol.asyncDispose]());

async function find(args: string) {
  const { data, errors } = await service.send<{ dataset: { query: { nodes: { uri: string }[] } } }, object>(
    `{ ${dataset} { query(${args}) { nodes { uri } } } }`,
  );
  return (
    errors ?? data!.dataset.query.nodes.map(({ uri }) => uri.slice("oss://shots/".length, -".txt".length))
  );
}

describe("queries of the local IMM", () => {
  it.each([
    ["orderBy: [{ size: DESC }]", ["kyoto", "rome", "paris"]],
    ["where: { size: { gte: 100 } }", ["kyoto", "rome"]],
    ['where: { customLabels: [{ key: "TRIP", eq: "paris" }] }', ["paris"]],
    [
      'where: { labels: { some: { labelName: { eq: "cat" }, labelConfidence: { gte: 0.8 } } } }',
      ["kyoto", "paris"],
    ],
    [
      'where: { not: { labels: { some: { labelName: { in: ["dog"] }, labelConfidence: { between: { from: 0.4, to: 1 } } } } } }',
      ["kyoto", "paris"],
    ],
    [
      'where: { or: [{ filename: { prefix: "kyo" } }, { and: [{ size: { lt: "11" } }, { title: { exists: false } }] }] }',
      ["kyoto", "paris"],
    ],
    ['where: { raw: [{ field: "Labels.LabelName", operation: "exist" }] }', ["kyoto", "paris", "rome"]],
    [
      'where: { mediaType: { eq: "image" }, latLong: { near: { latitude: 48.85, longitude: 2.29, metres: 5e3 } } }',
      [],
    ],
  ])("find files: %s", async (args, expected) => {
    expect(await find(args)).toEqual(expected);
  });

  it("are read page by page, each file once", async () => {
    const uris: string[] = [];
    let after: string | undefined;
    do {
      const { data } = await service.send<{ dataset: { query: never } }, object>(
        `query ($after: String) { ${dataset} { query(first: 1, orderBy: [{ size: ASC }], after: $after) {
          totalCount edges { cursor node { uri } } pageInfo { hasNextPage }
        } } }`,
        { after },
      );
      const { edges, pageInfo, totalCount } = data!.dataset.query as {
        edges: { cursor: string; node: { uri: string } }[];
        pageInfo: { hasNextPage: boolean };
        totalCount: number;
      };
      expect(totalCount).toBe(3);
      uris.push(...edges.map(({ node }) => node.uri));
      after = pageInfo.hasNextPage ? edges[0]!.cursor : undefined;
    } while (after !== undefined && uris.length < 9);

    expect(uris).toEqual(["paris", "rome", "kyoto"].map(uriOf));
  });

  it("compute what is selected", async () => {
    const { data, errors } = await service.send(
      `{ ${dataset} { aggregate(where: { size: { gt: "10" } }) {
        count size { min max sum average } labels { labelName { distinct groups { value count } } }
        customLabel(key: "trip") { groups { value count } } imageScore { overallQualityScore { max } }
      } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      dataset: {
        aggregate: {
          count: 2,
          size: { min: 100, max: 1000, sum: 1100, average: 550 },
          labels: {
            labelName: {
              distinct: 2,
              groups: [
                { value: "cat", count: 2 },
                { value: "dog", count: 2 },
              ],
            },
          },
          customLabel: { groups: [{ count: 1 }, { count: 1 }] },
          imageScore: { overallQualityScore: { max: null } },
        },
      },
    });
  });

  it("search for a text", async () => {
    const { data, errors } = await service.send(
      `{ ${dataset} { search(text: "kyoto") { totalCount nodes { filename customLabel(key: "trip") } } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      dataset: { search: { totalCount: 1, nodes: [{ filename: "kyoto.txt", customLabel: "京都" }] } },
    });
  });

  it("search for what a sentence says", async () => {
    const { data, errors } = await service.send(
      `{ ${dataset} { semanticSearch(text: "a cat", mediaTypes: ["document"], first: 2) { uri labels { labelName } } } }`,
    );

    expect(errors).toBeUndefined();
    const found = (data as { dataset: { semanticSearch: { labels: object[] }[] } }).dataset.semanticSearch;
    expect(found).toHaveLength(2);
    expect(found[0]!.labels).toContainEqual({ labelName: "cat" });
  });

  it("are refused with the place in the where", async () => {
    const where =
      '{ title: { eq: "a" }, labels: { some: { raw: [{ field: "Labels.LabelLevel", operation: "gt", value: "x" }] } } }';

    expect(await find(`where: ${where}`)).toMatchObject([
      {
        message: expect.stringMatching(
          /^where\.labels\.some\.raw\[0\]: Specified parameter Query is not valid\./,
        ) as string,
        extensions: { code: "BAD_USER_INPUT", field: "where.labels.some.raw[0]" },
      },
    ]);
  });
});
