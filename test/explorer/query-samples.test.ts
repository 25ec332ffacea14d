import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer } from "../../src/gateway/server.ts";
import { gatewayTo, type TestGateway } from "../support/gateway/gateway.ts";
import { compile, type Programs } from "../support/process/run-typescript.ts";
import { startQueryUpstream } from "../support/upstream/query-upstream.ts";
import { codeOf, hasCurl, programsOf, samplePackages } from "./write-sample.ts";

const run = promisify(execFile);

const awkward = 'it\'s \\ "quoted", `${"text"}` $HOME !! %s\n<b>日本 😀</b> -- @file';

const where = {
  or: [
    { size: { gte: "9007199254740993" }, title: { eq: awkward } },
    { labels: { some: { labelName: { in: ["cat", "日本"] }, not: { labelConfidence: { lt: 0.8 } } } } },
    { latLong: { near: { latitude: 48.85, longitude: 2.29, metres: 5000 } } },
    { customLabels: [{ key: "trip", exists: false }] },
  ],
};

/** Operations that query a dataset. */
const operations = {
  Query: {
    query: `query Query($projectName: ProjectName!, $where: FileWhereInput, $orderBy: [FileOrderInput!]) {
      dataset(projectName: $projectName, datasetName: "photos") {
        query(where: $where, orderBy: $orderBy, first: 5) { totalCount nodes { uri size labels { labelName } } }
        aggregate(where: $where) { count size { sum } mediaType { groups(first: 5) { value count } } }
      }
    }`,
    variables: JSON.stringify({
      projectName: "atlas",
      where,
      orderBy: [{ size: "DESC" }, { filename: "ASC" }],
    }),
  },
  Search: {
    query: `query Search($text: SearchText!) {
      dataset(projectName: "atlas", datasetName: "photos") {
        search(text: $text, first: 5) { totalCount nodes { filename } }
        semanticSearch(text: "cats", imageUri: "oss://examplebucket/a.jpg", first: 5) { uri semanticTypes }
      }
    }`,
    variables: JSON.stringify({ text: awkward }),
  },
} as const;

type Name = keyof typeof operations;
const names = Object.keys(operations) as Name[];

let upstream: Awaited<ReturnType<typeof startQueryUpstream>>;
let service: TestGateway;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  upstream = await startQueryUpstream({
    files: { "oss://examplebucket/1.jpg": { Size: 1, Filename: "1.jpg" } },
    aggregations: {
      "count URI": { Value: 1 },
      "group MediaType": { Groups: [{ Value: "image", Count: 1 }] },
    },
  });
  service = gatewayTo(upstream.url);
  server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

/** What an operation answers, and what it calls; by a sample, or as it is. */
async function outcome(answer: () => Promise<unknown>) {
  service.calls.length = 0;
  const answered = await answer();
  return { answered, calls: service.calls.map(({ action, params }) => ({ action, params })) };
}

const direct = (name: Name) =>
  outcome(async () => {
    const { query, variables } = operations[name];
    const { data, errors } = await service.send(query, JSON.parse(variables) as Record<string, unknown>);
    expect(errors).toBeUndefined();
    return data;
  });

describe("a sample of a query", () => {
  const languages = ["fetch", "typed-client"];
  let programs: Programs;
  beforeAll(async () => {
    programs = await compile(await programsOf(languages, operations, server.url), samplePackages);
  });
  afterAll(() => programs[Symbol.asyncDispose]());

  it.each(languages.flatMap((language) => names.map((name) => [language, name] as const)))(
    "does what the query does, compiled strictly and run as it is written: %s of %s",
    async (language, name) => {
      const copied = await outcome(
        async () => JSON.parse(await programs.run(`${language}-${name}`)) as unknown,
      );

      expect(copied).toEqual(await direct(name));
    },
  );

  // Slim images of Node have no curl.
  it.skipIf(!hasCurl).each(names)("does what the query does by curl: %s", async (name) => {
    const command = await codeOf("curl", operations[name], server.url);

    const copied = await outcome(async () => {
      const { stdout } = await run("bash", ["-c", command]);
      return (JSON.parse(stdout) as { data: unknown }).data;
    });

    expect(copied).toEqual(await direct(name));
  });

  it.each(["sdk-typescript", "sdk-python", "aliyun-cli"])(
    "calls IMM as the gateway does: %s",
    async (language) => {
      const code = await codeOf(language, operations.Query);

      for (const part of [
        "nested",
        "Labels.LabelName",
        "48.85,2.29;5000",
        "9007199254740993",
        "Size,Filename",
      ]) {
        expect(code).toContain(part);
      }
    },
  );
});
