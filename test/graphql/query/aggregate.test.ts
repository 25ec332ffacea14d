import { describe, expect, it } from "vitest";
import { aggregableMembers } from "../../../src/contract/query/aggregations.ts";
import { isNumeric } from "../../../src/contract/query-fields.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { callsTo } from "../../support/upstream/file-upstream.ts";
import { startQueryUpstream } from "../../support/upstream/query-upstream.ts";
import { json, RequestId } from "../../support/upstream/upstream.ts";

const names = { ProjectName: "atlas", DatasetName: "photos" };

async function send(
  selection: string,
  variables: object = {},
  options: Parameters<typeof startQueryUpstream>[0] = {},
) {
  await using upstream = await startQueryUpstream(options);
  await using service = gatewayTo(upstream.url);
  const definitions = /^\(.*?\) /s.exec(selection)?.[0] ?? "";
  const query = `query ${definitions}{ dataset(projectName: "atlas", datasetName: "photos") { ${selection.slice(definitions.length)} } }`;
  const answer = await service.send<{ dataset: Record<string, unknown> }, object>(query, { ...variables });
  const calls = callsTo(upstream)
    .filter(([action]) => action !== "GetDataset")
    .map(([, params]) => params);
  return { ...answer, dataset: answer.data?.dataset, calls };
}

const groups = Array.from({ length: 5 }, (_, n) => ({ Value: `v${n}`, Count: 9 - n }));

describe("an aggregate", () => {
  it("is one call for all that is selected, each once", async () => {
    const { dataset, errors, calls } = await send(
      `($key: String!, $no: Boolean!) aggregate(where: { mediaType: { eq: "image" } }) {
        __typename count total: count
        size { min max sum average distinct other: max }
        mediaType { ...Values groups(first: 2) { value count } }
        labels { labelName { groups(first: 4) { value } } labelConfidence { average @skip(if: $no) } }
        imageScore { overallQualityScore { average } }
        customLabel(key: $key) { distinct }
        year: ossTag(key: "year") { distinct }
        team: ossTag(key: "team") { groups { value } }
        ossUserMeta(key: "a") { count }
        produceTime { count }
        fileStartTime { max }
        raw(field: "Some.Path") { sum distinct }
      } } }
      fragment Values on ValueAggregate { ... on ValueAggregate { distinct
      `,
      { key: "trip", no: true },
      {
        aggregations: {
          "count URI": { Value: 12 },
          "sum Size": { Value: 2001000.5 },
          "distinct MediaType": { Value: 3 },
          "group MediaType": { Groups: groups },
          "group Labels.LabelName": { Groups: groups },
          "distinct CustomLabels.trip": { Value: 2 },
          "group OSSTagging.team": {},
        },
      },
    );

    expect(errors).toBeUndefined();
    const value = (n: number) => ({ value: `v${n}` });
    expect(dataset).toEqual({
      aggregate: {
        ...{ __typename: "FileAggregate", count: 12, total: 12 },
        size: { min: null, max: null, other: null, sum: 2001000.5, average: null, distinct: null },
        mediaType: {
          distinct: 3,
          groups: [
            { value: "v0", count: 9 },
            { value: "v1", count: 8 },
          ],
        },
        labels: { labelName: { groups: [0, 1, 2, 3].map(value) }, labelConfidence: {} },
        imageScore: { overallQualityScore: { average: null } },
        customLabel: { distinct: 2 },
        year: { distinct: null },
        team: { groups: [] },
        ossUserMeta: { count: null },
        produceTime: { count: null },
        fileStartTime: { max: null },
        raw: { sum: null, distinct: null },
      },
    });
    expect(calls).toEqual([
      {
        ...names,
        Query: { Operation: "eq", Field: "MediaType", Value: "image" },
        // As many as the largest list of groups has unless asked.
        MaxResults: "100",
        Aggregations: [
          { Field: "URI", Operation: "count" },
          ...["min", "max", "sum", "average", "distinct"].map((Operation) => ({ Field: "Size", Operation })),
          { Field: "MediaType", Operation: "distinct" },
          { Field: "MediaType", Operation: "group" },
          { Field: "Labels.LabelName", Operation: "group" },
          { Field: "ImageScore.OverallQualityScore", Operation: "average" },
          { Field: "CustomLabels.trip", Operation: "distinct" },
          { Field: "OSSTagging.year", Operation: "distinct" },
          { Field: "OSSTagging.team", Operation: "group" },
          { Field: "OSSUserMeta.a", Operation: "count" },
          { Field: "ProduceTime", Operation: "count" },
          { Field: "StartTime", Operation: "max" },
          { Field: "Some.Path", Operation: "sum" },
          { Field: "Some.Path", Operation: "distinct" },
        ],
      },
    ]);
  });

  it("has every field of the table, by what its kind has", async () => {
    const numeric = "min max sum average count distinct groups { value }";
    const other = "count distinct groups { value }";
    const paths: string[] = [];
    const select = (members: typeof aggregableMembers): string =>
      members
        .map((member) => {
          if (member.is === "map") {
            paths.push(`${member.path}.k`);
            return `${member.name}(key: "k") { ${other} }`;
          }
          if (member.is !== "field") return `${member.name} { ${select(member.members)} }`;
          paths.push(member.path);
          return `${member.name} { ${isNumeric(member.kind) ? numeric : other} }`;
        })
        .join(" ");
    await using upstream = await startQueryUpstream();
    await using service = gatewayTo(upstream.url, { limits: { tokens: 10_000, cost: 1e9 } });

    const { errors } = await service.send(
      `{ dataset(projectName: "atlas", datasetName: "photos") { aggregate { ${select(aggregableMembers)} } } }`,
    );

    expect(errors).toBeUndefined();
    const [, [, params]] = callsTo(upstream) as [unknown, [string, Record<string, { Field: string }[]>]];
    expect([...new Set(params["Aggregations"]!.map(({ Field }) => Field))]).toEqual(paths);
    expect(paths.length).toBeGreaterThan(150);
  });

  it("calls nothing for its name alone", async () => {
    const { dataset, calls } = await send("aggregate { __typename size { __typename } }");

    expect(dataset).toEqual({
      aggregate: { __typename: "FileAggregate", size: { __typename: "NumberAggregate" } },
    });
    expect(calls).toEqual([]);
  });

  it("asks for no page unless for groups, and for fewer of them in a list", async () => {
    const { calls } = await send("aggregate { count }");
    expect(calls).toEqual([{ ...names, Aggregations: [{ Field: "URI", Operation: "count" }] }]);

    await using upstream = await startQueryUpstream({
      aggregations: { "group MediaType": { Groups: Array.from({ length: 20 }, () => groups[0]) } },
    });
    await using service = gatewayTo(upstream.url);
    const { data } = await service.send<
      { datasets: { nodes: { aggregate: { mediaType: never } }[] } },
      object
    >('{ datasets(projectName: "atlas") { nodes { aggregate { mediaType { groups { count } } } } } }');
    const found = data!.datasets.nodes.map(({ aggregate }) => aggregate.mediaType["groups"] as unknown[]);
    expect(found.map(({ length }) => length)).toEqual([10, 10]);
    expect(callsTo(upstream).slice(1)).toMatchObject([
      ["SimpleQuery", { MaxResults: "10", DatasetName: "films" }],
      ["SimpleQuery", { MaxResults: "10", DatasetName: "photos" }],
    ]);
  });

  it("answers numbers that a double doesn't hold as near as it can", async () => {
    const { dataset, errors } = await send(
      "aggregate { size { sum max } count }",
      {},
      {
        respond: (action) =>
          action === "SimpleQuery"
            ? json(
                200,
                `{"RequestId":"${RequestId}","Aggregations":[{"Field":"Size","Operation":"sum","Value":9007199254740993},{"Field":"Size","Operation":"max","Value":1.5e300},{"Field":"URI","Operation":"count","Value":3.0}]}`,
              )
            : undefined,
      },
    );

    expect(errors).toBeUndefined();
    expect(dataset).toEqual({ aggregate: { size: { sum: 9007199254740992, max: 1.5e300 }, count: 3 } });
  });

  it("fails once, if its call fails", async () => {
    const { dataset, errors } = await send(
      "aggregate { count size { max } }",
      {},
      {
        respond: (action) =>
          action === "SimpleQuery"
            ? json(403, { RequestId, Code: "NoPermission", Message: "You may not." })
            : undefined,
      },
    );

    expect(dataset).toEqual({ aggregate: null });
    expect(errors).toMatchObject([{ path: ["dataset", "aggregate"], extensions: { code: "FORBIDDEN" } }]);
  });

  it.each<[selection: string, field: string, message: string]>([
    ["mediaType { groups(first: 2001) { value } }", "first", "A page has 1..2000 things. Sent: 2001."],
    ["mediaType { groups(first: 0) { value } }", "first", "A page has 1..2000 things. Sent: 0."],
    ['customLabel(key: "") { count }', "customLabel(key:)", "The text is empty."],
    ['raw(field: "") { count }', "raw(field:)", "The text is empty."],
    ['raw(field: "a\\u0000") { count }', "raw(field:)", "A NUL is not allowed."],
  ])("refuses %s before the call", async (selection, field, message) => {
    const { errors, calls } = await send(`aggregate { ${selection} }`);

    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(`${field}: ${message}`) as string,
        extensions: { code: "BAD_USER_INPUT", field },
      },
    ]);
    expect(calls).toEqual([]);
  });

  it.each([
    "mediaType { max }",
    "latLong { count }",
    "ocrTexts { distinct }",
    "labels { count }",
    "pageCount { sum }",
  ])("doesn't know %s", async (selection) => {
    const { errors, calls } = await send(`aggregate { ${selection} }`);

    expect(errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
    expect(calls).toEqual([]);
  });
});
