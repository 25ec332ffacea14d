import { describe, expect, it } from "vitest";
import {
  gatewayTo,
  startTestGateway,
  type GraphQLResponse,
  type TestGateway,
} from "../../support/gateway/gateway.ts";
import { startFileUpstream } from "../../support/upstream/file-upstream.ts";
import { json, RequestId, startUpstream } from "../../support/upstream/upstream.ts";

/** Sends an operation whose variables are JSON as it is written: `JSON.stringify` would round them itself. */
async function sendJson(
  { gateway }: TestGateway,
  query: string,
  variables: string,
): Promise<GraphQLResponse<unknown>> {
  const response = await gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
  });
  return response.json();
}

type Limit = "datasetMaxBindCount" | "datasetMaxFileCount" | "datasetMaxTotalFileSize";

/** The three ways in which a limit is sent, and what arrives at IMM: its text there, or what was refused. */
const ways = {
  literal: (gateway: TestGateway, limit: Limit, value: string) =>
    gateway.send(`mutation {
      createDataset(input: { projectName: "atlas", datasetName: "photos", ${limit}: ${value} }) { requestId }
    }`),
  variable: (gateway: TestGateway, limit: Limit, value: string) =>
    sendJson(
      gateway,
      `mutation ($value: ${limit.replace("d", "D")}) {
        createDataset(input: { projectName: "atlas", datasetName: "photos", ${limit}: $value }) { requestId }
      }`,
      `{"value":${value}}`,
    ),
  "member of a variable": (gateway: TestGateway, limit: Limit, value: string) =>
    sendJson(
      gateway,
      `mutation ($input: CreateDatasetInput!) { createDataset(input: $input) { requestId } }`,
      `{"input":{"projectName":"atlas","datasetName":"photos","${limit}":${value}}}`,
    ),
};
type Way = keyof typeof ways;

const photos = { ProjectName: "atlas", DatasetName: "photos" };

async function arrives(limit: Limit, way: Way, value: string) {
  await using upstream = await startUpstream(json(200, { RequestId, Dataset: photos }));
  await using gateway = gatewayTo(upstream.url);
  const { errors } = await ways[way](gateway, limit, value);
  if (!errors) return upstream.requests[0]?.query[limit.replace("d", "D")];
  expect(upstream.requests).toEqual([]);
  expect(errors).toHaveLength(1);
  const [{ message, extensions }] = errors as [NonNullable<typeof errors>[number]];
  return { ...extensions, message };
}

const allowed: Record<Limit, string> = {
  datasetMaxBindCount: "1..10",
  datasetMaxFileCount: "1..100000000",
  datasetMaxTotalFileSize: "1..9223372036854775807",
};

function refused(limit: Limit, message: string) {
  const refusal = { code: "BAD_USER_INPUT", field: `input.${limit}`, allowed: allowed[limit] };
  return { ...refusal, message: expect.stringContaining(message) };
}

const max = "9223372036854775807";
const outside = "The value is outside 1..9223372036854775807.";
const decimal = "A DatasetMaxTotalFileSize is a decimal integer.";
const integer = "A DatasetMaxTotalFileSize is an integer.";
const asString = "This JSON number has lost digits or may have: send it as a string.";

describe("datasetMaxTotalFileSize, a number of 64 bits,", () => {
  /** What is written, and what IMM gets of it, or the sentence by which it is refused. */
  type Row = readonly [string, { is: string } | { refused: string }];
  const literals: readonly Row[] = [
    ["0", { refused: outside }],
    ["1", { is: "1" }],
    ["2147483647", { is: "2147483647" }],
    ["2147483648", { is: "2147483648" }],
    ["9007199254740991", { is: "9007199254740991" }],
    ["9007199254740992", { is: "9007199254740992" }],
    ["9007199254740993", { is: "9007199254740993" }],
    ["90000000000000001", { is: "90000000000000001" }],
    [max, { is: max }],
    ["9223372036854775808", { refused: outside }],
    ["99999999999999999999999999", { refused: decimal }],
    ["-1", { refused: outside }],
    ["1.5", { refused: decimal }],
    ["1e3", { refused: decimal }],
    ["true", { refused: decimal }],
    ["ONE", { refused: decimal }],
  ];
  const strings: readonly Row[] = [
    ...literals
      .filter(([text]) => /^-?\d+$/.test(text))
      .map(([text, outcome]) => [`"${text}"`, outcome] as const),
    ['"1.5"', { refused: decimal }],
    ['"1e3"', { refused: decimal }],
    ['"007"', { refused: decimal }],
    ['""', { refused: decimal }],
    ['"-0"', { refused: decimal }],
    ['"+1"', { refused: decimal }],
    ['" 1"', { refused: decimal }],
    ['"0x10"', { refused: decimal }],
    ['"１"', { refused: decimal }],
  ];
  const numbers: readonly Row[] = [
    ["0", { refused: outside }],
    ["1", { is: "1" }],
    ["1.0", { is: "1" }],
    ["1e3", { is: "1000" }],
    ["2147483647", { is: "2147483647" }],
    ["2147483648", { is: "2147483648" }],
    ["9007199254740991", { is: "9007199254740991" }],
    ["9007199254740992", { refused: asString }],
    ["9007199254740993", { refused: asString }],
    ["90000000000000000", { refused: asString }],
    ["90000000000000001", { refused: asString }],
    [max, { refused: asString }],
    ["9223372036854775808", { refused: asString }],
    ["1e400", { refused: integer }],
    ["-1", { refused: outside }],
    ["-9007199254740993", { refused: asString }],
    ["1.5", { refused: integer }],
    ["true", { refused: decimal }],
    ["[]", { refused: decimal }],
  ];
  const rows = [
    ...[...literals, ...strings].map(([text, outcome]) => ["literal", text, outcome] as const),
    ...[...strings, ...numbers].flatMap(([text, outcome]) => [
      ["variable", text, outcome] as const,
      ["member of a variable", text, outcome] as const,
    ]),
  ];

  it.concurrent.each(rows)("as a %s that says %s", async (way, text, outcome) => {
    expect(await arrives("datasetMaxTotalFileSize", way, text)).toEqual(
      "is" in outcome ? outcome.is : refused("datasetMaxTotalFileSize", outcome.refused),
    );
  });
});

describe("a limit that is a JSON integer", () => {
  /** What is written, and whether it arrives as datasetMaxBindCount and as datasetMaxFileCount. */
  const rows: readonly [string, boolean, boolean][] = [
    ["1", true, true],
    ["10", true, true],
    ["11", false, true],
    ["100000000", false, true],
    ["100000001", false, false],
    ["0", false, false],
    ["-1", false, false],
    ["1.5", false, false],
    ["2147483647", false, false],
    ["2147483648", false, false],
    ["9007199254740991", false, false],
    ["9007199254740992", false, false],
    ["9007199254740993", false, false],
    ["90000000000000001", false, false],
    [max, false, false],
    ["9223372036854775808", false, false],
    ['"1"', false, false],
    ['"1e3"', false, false],
    ['"007"', false, false],
    ['""', false, false],
  ];
  const cases = rows.flatMap(([text, asBindCount, asFileCount]) =>
    (Object.keys(ways) as Way[]).flatMap((way) => [
      ["datasetMaxBindCount", way, text, asBindCount] as const,
      ["datasetMaxFileCount", way, text, asFileCount] as const,
    ]),
  );

  it.concurrent.each(cases)("%s, as a %s that says %s, arrives: %s", async (limit, way, text, isTaken) => {
    expect(await arrives(limit, way, text)).toEqual(isTaken ? text : refused(limit, ""));
  });

  it("may be written with an exponent where it is JSON", async () => {
    expect(await arrives("datasetMaxFileCount", "variable", "1e3")).toBe("1000");
    expect(await arrives("datasetMaxFileCount", "literal", "1e3")).toEqual(
      refused("datasetMaxFileCount", "A DatasetMaxFileCount is an integer."),
    );
  });
});

it("keeps limits in the local store as they were sent", async () => {
  await using service = await startTestGateway();
  await service.imm.call("CreateProject", { ProjectName: "atlas" });
  const sizes = ["1", "2147483647", "2147483648", "9007199254740991", "9007199254740992", "9007199254740993"];
  const limits = [
    { datasetMaxBindCount: 1, datasetMaxFileCount: 100000000, datasetMaxTotalFileSize: "90000000000000001" },
    { datasetMaxBindCount: 10, datasetMaxFileCount: 1, datasetMaxTotalFileSize: max },
    ...sizes.map((size) => ({
      ...{ datasetMaxBindCount: 5, datasetMaxFileCount: 5 },
      datasetMaxTotalFileSize: size,
    })),
  ];

  for (const [index, limit] of limits.entries()) {
    const { errors } = await service.send(
      `mutation ($input: CreateDatasetInput!) { createDataset(input: $input) { requestId } }`,
      { input: { projectName: "atlas", datasetName: `d${index}`, ...limit } },
    );
    expect(errors).toBeUndefined();
  }

  const fields = limits.map(
    (_limit, index) => `d${index}: dataset(projectName: "atlas", datasetName: "d${index}") {
      datasetMaxBindCount datasetMaxFileCount datasetMaxTotalFileSize
    }`,
  );
  expect(await service.send(`{ ${fields.join("\n")} }`)).toEqual({
    data: Object.fromEntries(limits.map((limit, index) => [`d${index}`, limit])),
  });
});

describe("a number that IMM answers", () => {
  /** As IMM writes it, as a number of 64 bits comes out, and as a count does. */
  const rows: readonly [string, string | null, number | string | null][] = [
    ["0", "0", 0],
    ["1", "1", 1],
    ["2147483647", "2147483647", 2147483647],
    ["2147483648", "2147483648", 2147483648],
    ["9007199254740991", "9007199254740991", 9007199254740991],
    ["9007199254740992", "9007199254740992", "9007199254740992"],
    ["9007199254740993", "9007199254740993", "9007199254740993"],
    ["90000000000000001", "90000000000000001", "90000000000000001"],
    [max, max, max],
    ["9223372036854775808", "9223372036854775808", "9223372036854775808"],
    ["-9223372036854775808", "-9223372036854775808", "-9223372036854775808"],
    ["-1", "-1", -1],
    ["1.5", "1.5", "1.5"],
    ["1e3", "1000", 1000],
    ['"10"', "10", 10],
    ['"9007199254740993"', "9007199254740993", "9007199254740993"],
    ['"1.5"', "1.5", "1.5"],
    ['"1e3"', "1e3", "1e3"],
    ['"007"', "007", "007"],
    ['""', "", ""],
    ["null", null, null],
  ];

  it.concurrent.each(rows)("as %s comes out", async (text, long, count) => {
    const dataset = `{"ProjectName":"atlas","DatasetName":"photos","DatasetMaxTotalFileSize":${text},"FileCount":${text},"DatasetMaxFileCount":${text},"BindCount":${text}}`;
    await using upstream = await startUpstream(
      json(200, `{"RequestId":"${RequestId}","Dataset":${dataset}}`),
    );
    await using gateway = gatewayTo(upstream.url);

    const answer = await gateway.send(`{
      dataset(projectName: "atlas", datasetName: "photos") {
        datasetMaxTotalFileSize fileCount datasetMaxFileCount bindCount
      }
    }`);

    expect(answer).toEqual({
      data: {
        dataset: {
          datasetMaxTotalFileSize: long,
          fileCount: long,
          datasetMaxFileCount: count,
          bindCount: count,
        },
      },
    });
  });

  it.each(["", "abc", "1e400"])(
    "is an error of its field alone where it is %j for a Float",
    async (Duration) => {
      const uri = "oss://examplebucket/a.mp4";
      await using upstream = await startFileUpstream({ files: { [uri]: { Duration, VideoWidth: "1" } } });
      await using gateway = gatewayTo(upstream.url);

      const { data, errors } = await gateway.send(
        `{ file(projectName: "atlas", datasetName: "photos", uri: "${uri}") { duration videoWidth } }`,
      );

      expect(data).toEqual({ file: { duration: null, videoWidth: "1" } });
      expect(errors).toMatchObject([{ path: ["file", "duration"], extensions: { code: "UPSTREAM_ERROR" } }]);
    },
  );

  it("is null where IMM left it out", async () => {
    await using upstream = await startUpstream(json(200, { RequestId, Dataset: photos }));
    await using gateway = gatewayTo(upstream.url);

    const { data } = await gateway.send(`{
      dataset(projectName: "atlas", datasetName: "photos") { datasetMaxTotalFileSize fileCount bindCount }
    }`);

    expect(data).toEqual({ dataset: { datasetMaxTotalFileSize: null, fileCount: null, bindCount: null } });
  });
});
