import { copyFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultTabs } from "../../src/explorer/editor/default-tabs.ts";
import { startServer } from "../../src/gateway/server.ts";
import { startSeededGateway } from "../support/gateway/seeded-gateway.ts";
import { compile, type Programs } from "../support/process/run-typescript.ts";
import { codeOf, hasCurl, programsOf, samplePackages, write } from "./write-sample.ts";

const run = promisify(execFile);

const awkward = 'it\'s \\ "quoted", `${"text"}` $HOME !! %s\n<b>日本 😀</b> -- @file';

const testDataset = { projectName: "explorer", datasetName: "dataset001" };
const kyoto = "oss://photos/kyoto.jpg";

/** Operations that are hard to write down. */
const operations: Record<string, { query: string; variables?: string }> = {
  ...Object.fromEntries(
    // subscription-samples.test.ts has the other.
    defaultTabs.flatMap((starter) => {
      const name = /^(?:mutation|query) (\w+)/m.exec(starter.query)?.[1];
      return name ? [[name, starter]] : [];
    }),
  ),
  Awkward: {
    query:
      "mutation Awkward($input: UpdateProjectInput!) { updateProject(input: $input) { project { description } } }",
    variables: JSON.stringify({ input: { projectName: "atlas", description: awkward } }),
  },
  Literals: {
    query: `mutation Literals { updateDataset(input: { projectName: "atlas", datasetName: "photos", description: """
      block "text" \`with\` \${all}
        of it
    """, datasetMaxTotalFileSize: 9007199254740993 }) { dataset { description datasetMaxTotalFileSize } } }`,
  },
  Large: {
    query:
      "mutation Large($input: UpdateDatasetInput!) { updateDataset(input: $input) { dataset { datasetMaxTotalFileSize } } }",
    variables:
      '{ "input": { "projectName": "atlas", "datasetName": "photos", /* exact */ "datasetMaxTotalFileSize": 9223372036854775807, } }',
  },
  Nodes: {
    query: `query Nodes($id: ID!) { node(id: $id) { __typename ...D ... on Project { tags { tagKey } } } }
      fragment D on Dataset { datasetName project { projectName datasetCount } workflowParameters { name } }`,
    variables: JSON.stringify({ id: Buffer.from("Dataset:atlas/photos").toString("base64") }),
  },
  Bind: {
    query: `mutation Bind($binding: CreateBindingInput!, $bucket: AttachOssBucketInput!) {
      createBinding(input: $binding) { binding { uri state dataset { datasetName } } }
      attachOssBucket(input: $bucket) { ossBucketAttachment { id ossBucket } }
    }`,
    variables: JSON.stringify({
      binding: { projectName: "explorer", datasetName: "dataset001", uri: "oss://examplebucket" },
      bucket: { projectName: "explorer", ossBucket: "examplebucket" },
    }),
  },
  Bound: {
    query: `query Bound($projectName: ProjectName!, $datasetName: DatasetName!, $uri: FileUri!) {
      binding(projectName: $projectName, datasetName: $datasetName, uri: "oss://photos") { phase }
      ossBucketAttachment(ossBucket: "photos") { projectName }
      file(projectName: $projectName, datasetName: $datasetName, uri: $uri) {
        size exifTags { tag value } customLabel(key: "trip") dataset { bindings(first: 5) { nodes { uri } } }
      }
    }`,
    variables: JSON.stringify({ ...testDataset, uri: kyoto }),
  },
  Files: {
    query: `mutation Files(
      $index: BatchIndexFileMetaInput!, $update: UpdateFileMetaInput!, $updates: BatchUpdateFileMetaInput!,
      $delete: DeleteFileMetaInput!, $deletes: BatchDeleteFileMetaInput!
      $unbind: DeleteBindingInput!, $bucket: DetachOssBucketInput!
    ) {
      batchIndexFileMeta(input: $index) { eventId }
      updateFileMeta(input: $update) { file { uri customId } }
      batchUpdateFileMeta(input: $updates) { files { uri success message file { customLabels { key value } } } }
      deleteFileMeta(input: $delete) { deletedFileId }
      batchDeleteFileMeta(input: $deletes) { deletedFileIds }
      deleteBinding(input: $unbind) { deletedBindingId }
      detachOssBucket(input: $bucket) { deletedOssBucketAttachmentId }
    }`,
    variables: JSON.stringify({
      index: { ...testDataset, files: [{ uri: "oss://photos/a.jpg" }, { uri: "oss://photos/b.jpg" }] },
      update: { ...testDataset, file: { uri: kyoto, customId: awkward } },
      updates: { ...testDataset, files: [{ uri: kyoto, customLabels: [{ key: "trip", value: awkward }] }] },
      delete: { ...testDataset, uri: kyoto },
      deletes: { ...testDataset, uris: [kyoto] },
      unbind: { ...testDataset, uri: "oss://photos" },
      bucket: { ossBucket: "photos" },
    }),
  },
  Separators: {
    query:
      'mutation Separators { updateProject(input: { projectName: "atlas", description: "a\u2028b\u2029c" }) { project { description } } }',
  },
  Defaults: {
    query:
      'query Defaults($first: Int = 3, $name: ProjectName! = "atlas") { projects(first: $first) { nodes { projectName } } project(projectName: $name) { projectName } }',
  },
  Others: {
    query: "query Others($first: Int) { projects(first: $first) { nodes { projectName } } }",
    variables: '{ "first": 2, "ofAnother": "operation" }',
  },
  Unnamed: {
    query: '{ projects(first: 5, tag: [{ key: "team", value: "red" }]) { nodes { projectName } } }',
  },
};

let endpoint = "";
let service: Awaited<ReturnType<typeof startSeededGateway>>;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  service = await startSeededGateway("photos");
  service.makeBucket("examplebucket");
  await copyFile("docs/pictures/kyoto.jpg", join(service.makeBucket("photos"), "kyoto.jpg"));
  server = await startServer(service.gateway, { host: "127.0.0.1", port: 0 });
  endpoint = server.url;
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
});

/** What an operation answers and calls, sent as it is, and by a sample of it; each time on the same ground. */
async function compare(name: string, bySample: () => Promise<string>) {
  const { query, variables } = operations[name]!;
  await prepare(name);
  const { data, errors } = await service.send(query, exactly(variables));
  const direct = { answer: data ?? errors, calls: calls() };

  await prepare(name);
  const printed = JSON.parse(await bySample()) as { data?: unknown; errors?: unknown };
  return { direct, copied: { answer: printed, calls: calls() } };
}

const calls = () => service.calls.map(({ action, params }) => ({ action, params }));

/** Makes what the defaultTabs work on, but for the one that creates it. */
async function prepare(name: string): Promise<void> {
  const project = { ProjectName: "explorer" };
  const dataset = { ...project, DatasetName: "dataset001" };
  const photos = { ...dataset, URI: "oss://photos" };
  for (const binding of [photos, { ...dataset, URI: "oss://examplebucket" }]) {
    await service.imm.call("DeleteBinding", binding).catch(() => undefined);
  }
  await service.settled();
  await service.imm.call("DeleteFileMeta", { ...dataset, URI: kyoto }).catch(() => undefined);
  await service.imm.call("DeleteDataset", dataset).catch(() => undefined);
  await service.imm.call("DeleteProject", project).catch(() => undefined);
  if (name !== "Create") {
    await service.imm.call("CreateProject", project);
    await service.imm.call("CreateDataset", { ...dataset, TemplateId: "Official:ImageManagement" });
  }
  if (/^(?:Bound|Empty|Files)$/.test(name)) {
    await service.imm.call("CreateBinding", photos);
    await service.imm.call("AttachOSSBucket", { ...project, OSSBucket: "photos" });
  }
  if (name === "Read") await service.imm.call("IndexFileMeta", { ...dataset, File: { URI: kyoto } });
  await service.settled();
  service.calls.length = 0;
}

// Slim images of Node have no curl.
describe.skipIf(!hasCurl)("the curl sample", () => {
  it.each(Object.keys(operations))("does what the operation does, run as it is written: %s", async (name) => {
    const command = await codeOf("curl", operations[name]!, endpoint);

    const { direct, copied } = await compare(name, async () => (await run("bash", ["-c", command])).stdout);

    expect(copied.calls).toEqual(direct.calls);
    const { data, errors } = copied.answer;
    expect(comparable(data ?? errors)).toEqual(comparable(direct.answer));
  });
});

describe("a sample as a program", () => {
  const languages = ["fetch", "typed-client"];
  let programs: Programs;

  beforeAll(async () => {
    programs = await compile(await programsOf(languages, operations, endpoint), samplePackages);
  });
  afterAll(() => programs[Symbol.asyncDispose]());

  describe.each(languages)("of %s", (language) => {
    it.each(Object.keys(operations).filter((name) => name !== "ErrorOnPurpose"))(
      "does what the operation does, compiled strictly and run as it is written: %s",
      async (name) => {
        const { direct, copied } = await compare(name, () => programs.runInTurn(`${language}-${name}`));

        expect(copied.calls).toEqual(direct.calls);
        expect(comparable(copied.answer)).toEqual(comparable(direct.answer));
      },
    );

    it("fails with the graph's message where the operation does", async () => {
      await expect(programs.run(`${language}-ErrorOnPurpose`)).rejects.toThrow(
        "The specified resource Project is not found.",
      );
    });
  });
});

describe("every sample for the graph", () => {
  const headers = `{ "Authorization": "Bearer sesame", "X-Api-Key": "sesame", "Cookie": "s=sesame", "x-tenant": "sesame", "x-request-id": "r-1" }`;

  it.each(["curl", "fetch", "typed-client"])("holds no header's secret: %s", async (language) => {
    const written = await write(language, { query: "{ __typename }", headers });

    expect(written).toMatchObject({
      code: expect.stringContaining("<AUTHORIZATION>") as string,
      notes: [expect.stringContaining("put its value in place") as string],
    });
    expect(JSON.stringify(written)).not.toContain("sesame");
    expect(JSON.stringify(written)).toContain("r-1");
  });

  it("says why there is none", async () => {
    expect(await write("curl", { query: "{ projects {" })).toEqual({
      problem: "The operation can't be read: Syntax Error: Expected Name, found <EOF>.",
    });
    expect(await write("curl", { query: "" })).toMatchObject({
      problem: expect.stringMatching(/operation/) as string,
    });
    expect(await write("curl", { query: "fragment F on Query { __typename }" })).toEqual({
      problem: "There is no operation in the editor.",
    });
    expect(await write("fetch", { query: "{ nothing }" })).toEqual({
      problem: 'The graph would refuse the operation: Cannot query field "nothing" on type "Query".',
    });
    expect(await write("fetch", { query: "{ __typename }", variables: "[1]" })).toEqual({
      problem: "The variables are no JSON object.",
    });
    expect(await write("fetch", { query: "query A { __typename } query A { __typename }" })).toMatchObject({
      problem: expect.stringContaining('There can be only one operation named "A".') as string,
    });
    expect(
      await write("curl", { query: "query ($n: ProjectName!) { project(projectName: $n) { id } }" }),
    ).toMatchObject({ problem: expect.stringContaining("$n") as string });
    expect(await write("fetch", { query: "{ __typename }", headers: "{ oops" })).toEqual({
      problem: "The headers are no JSON: see line 1.",
    });
  });

  it.each(["curl", "fetch"])(
    "sends its content type once, whatever the headers say: %s",
    async (language) => {
      const code = await codeOf(language, {
        query: "{ __typename }",
        headers: '{ "Content-Type": "text/plain", "X-Request-Id": ["odd"], "ACCEPT": "text/html" }',
      });

      expect(code.match(/content-type/gi)).toHaveLength(1);
      expect(code).toContain("application/json");
      expect(code).toContain("<X-REQUEST-ID>");
      expect(code).toMatch(/ACCEPT.*text\/html/);
    },
  );

  it("is of the operation that the caret is in, else of the one that ran last", async () => {
    const query = "query A { __typename }\nquery B { __typename }";
    const of = async (caret: number | undefined, operationName?: string) =>
      /query (\w)/.exec(await codeOf("fetch", { query, caret, operationName }))![1];

    expect(await of(5)).toBe("A");
    expect(await of(30, "A")).toBe("B");
    expect(await of(undefined, "B")).toBe("B");
    expect(await of(undefined, "gone")).toBe("A");
  });

  it("is of the operation that is chosen, alone with its fragments", async () => {
    const query =
      "query A { projects { ...P } } query B { __typename } fragment P on ProjectConnection { __typename }";

    const code = await codeOf("fetch", { query, operationName: "A" });

    expect(code).toContain("query A");
    expect(code).toContain("fragment P");
    expect(code).not.toContain("query B");
    expect(() => parse(/`([^`]*)`/.exec(code)![1]!)).not.toThrow();
  });
});

/** The variables as a careful client sends them: what a number would round, as text. */
function exactly(variables: string | undefined): Record<string, unknown> {
  const digits = "9223372036854775807";
  return JSON.parse(
    (variables ?? "{}")
      .replace(/\/\*.*\*\//, "")
      .replace(/,\s*\}/g, "}")
      .replace(`: ${digits}`, `: "${digits}"`),
  ) as Record<string, unknown>;
}

function comparable(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (name, value: unknown) =>
      /Time$|eventId|requestId|recommend|locations/.test(name) ? undefined : value,
    ),
  ) as unknown;
}
