import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { parse, print } from "graphql";
import { describe, expect, it } from "vitest";
import { parseTrustedDocuments } from "../../../src/gateway/operations/trusted-documents.ts";
import {
  gatewayTo,
  startTestGateway,
  type GraphQLResponse,
  type TestGateway,
} from "../../support/gateway/gateway.ts";

const count = "query Count($name: ProjectName!) { project(projectName: $name) { datasetCount } }";
const create =
  'mutation Create { createProject(input: { projectName: "atlas" }) { project { projectName } } }';
const several = "query One { __typename } query Two { two: __typename }";
const manifest = { count, create, several };
const listed = parseTrustedDocuments(manifest);
const name = { name: "atlas" };

const start = () => startTestGateway({ trustedDocuments: listed });

/** The status and the answer to a POST of something. */
async function post({ gateway }: TestGateway, body: object): Promise<[number, GraphQLResponse<unknown>]> {
  const response = await gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify(body),
  });
  return [response.status, (await response.json()) as GraphQLResponse<unknown>];
}

async function get({ gateway }: TestGateway, params: Record<string, string>) {
  const headers = { "apollo-require-preflight": "true" };
  const response = await gateway.fetch(`http://localhost/graphql?${new URLSearchParams(params)}`, {
    headers,
  });
  return [response.status, (await response.json()) as GraphQLResponse<unknown>] as const;
}

const persisted = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
const refusal = (code: string, message: unknown = expect.any(String)) => [
  400,
  { errors: [{ message, extensions: { code } }] },
];

describe("a listed document", () => {
  it.each([
    ["its id as Apollo Client and urql send it", persisted("count")],
    ["its id as GraphQL over HTTP has it", { documentId: "count" }],
    ["its text", { query: count }],
    ["its text and an id", { query: count, ...persisted("several") }],
  ])("runs by %s", async (_how, request) => {
    await using service = await start();
    await service.imm.call("CreateProject", { ProjectName: "atlas" });

    expect(await post(service, { ...request, variables: name })).toEqual([
      200,
      { data: { project: { datasetCount: 0 } } },
    ]);
  });

  it.each([
    [
      "its id as Apollo Client and urql send it",
      { extensions: JSON.stringify(persisted("count").extensions) },
    ],
    ["its id as GraphQL over HTTP has it", { documentId: "count" }],
    ["its text", { query: count }],
  ])("runs by GET too, by %s", async (_how, params) => {
    await using service = await start();

    const variables = JSON.stringify(name);
    expect(await get(service, { ...params, variables } as Record<string, string>)).toEqual([
      200,
      { data: { project: null } },
    ]);
  });

  it("changes nothing by GET", async () => {
    await using service = await start();

    expect((await get(service, { documentId: "create" }))[0]).toBe(405);
    expect(service.calls).toEqual([]);
    expect((await post(service, { documentId: "create" }))[0]).toBe(200);
  });

  it("runs the operation that is named, which must be one of its own", async () => {
    await using service = await start();

    expect(await post(service, { documentId: "several", operationName: "Two" })).toEqual([
      200,
      { data: { two: "Query" } },
    ]);
    for (const operationName of [undefined, "Three", "Count"]) {
      expect(await post(service, { documentId: "several", operationName })).toEqual(
        refusal("OPERATION_RESOLUTION_FAILURE"),
      );
    }
  });

  it("is held to its variables", async () => {
    await using service = await start();

    expect(await post(service, { documentId: "count", variables: { name: "9lives" } })).toEqual([
      400,
      {
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ code: "BAD_USER_INPUT" }) }),
        ],
      },
    ]);
    expect(service.calls).toEqual([]);
  });
});

describe("what isn't listed", () => {
  it.each([
    "{ __typename }",
    `${count} `,
    print(parse(count)),
    count.replace("Count", "count"),
    `${several} query Three { __schema { queryType { name } } }`,
    "{ __schema { types { name } } }",
    "query {",
    "#",
  ])("doesn't run by its text: %j", async (query) => {
    await using service = await start();

    const sent = JSON.stringify(query);
    expect(await post(service, { query, variables: name })).toEqual(
      refusal(
        "QUERY_NOT_IN_SAFELIST",
        `This document isn't listed. This gateway runs listed documents alone. Send the id of one, or its text to the letter. Sent: ${sent.length > 100 ? `${sent.slice(0, 100)}…` : sent}.`,
      ),
    );
    expect(await get(service, { query })).toEqual([
      200,
      expect.objectContaining({
        errors: [expect.objectContaining({ extensions: { code: "QUERY_NOT_IN_SAFELIST" } })],
      }),
    ]);
    expect(service.calls).toEqual([]);
  });

  it("doesn't run by a listed id beside it", async () => {
    await using service = await start();

    expect(await post(service, { query: "{ __typename }", ...persisted("several") })).toEqual(
      refusal("QUERY_NOT_IN_SAFELIST"),
    );
    expect(await post(service, { query: "{ __typename }", documentId: "several" })).toEqual(
      refusal("QUERY_NOT_IN_SAFELIST"),
    );
  });

  it.each([
    "COUNT",
    "count ",
    "__proto__",
    "constructor",
    "toString",
    "",
    createHash("sha256").update("{a}").digest("hex"),
  ])("doesn't run by the id %j", async (id) => {
    await using service = await start();
    const expected = refusal(
      "PERSISTED_QUERY_NOT_IN_LIST",
      `No document has this id. This gateway runs listed documents alone. Sent: ${JSON.stringify(id)}.`,
    );

    expect(await post(service, persisted(id))).toEqual(expected);
    expect(await post(service, { documentId: id })).toEqual(expected);
    expect(service.calls).toEqual([]);
  });

  it.each([
    {},
    { query: "" },
    { query: null },
    { documentId: null },
    { documentId: ["count"] },
    persisted(["count"]),
    persisted(null),
    { extensions: "count" },
    { extensions: { persistedQuery: "count" } },
  ])("doesn't run by no id: %j", async (request) => {
    await using service = await start();

    expect(await post(service, request)).toEqual(
      refusal(
        "PERSISTED_QUERY_ID_REQUIRED",
        "No document is named. This gateway runs listed documents alone. Send the id of one.",
      ),
    );
  });

  it.each([{ query: [count] }, { query: { 0: count } }, { query: 1 }, { query: true }])(
    "doesn't run by what is no text: %j",
    async (request) => {
      await using service = await start();

      expect(await post(service, request)).toEqual(refusal("QUERY_NOT_IN_SAFELIST"));
    },
  );

  it("doesn't run beside what is listed, in one request", async () => {
    await using service = await start();

    expect((await post(service, [{ documentId: "several" }, { query: "{ __typename }" }]))[0]).toBe(400);
  });
});

// At any of these Apollo Client or urql sends the text.
const soughtByClients = [
  "PersistedQueryNotFound",
  "PERSISTED_QUERY_NOT_FOUND",
  "PersistedQueryNotSupported",
  "PERSISTED_QUERY_NOT_SUPPORTED",
];

describe("a client that tries an id first", () => {
  it("isn't led to send the text, which would be refused", async () => {
    await using service = await start();

    for (const request of [persisted("other"), {}, { query: "{ a }" }]) {
      const [, { errors }] = await post(service, request);
      const words = errors!.flatMap(({ message, extensions }) => [message, extensions.code]);
      expect(words).toHaveLength(2);
      expect(words.filter((word) => soughtByClients.includes(word))).toEqual([]);
    }
  });

  it("is led to by a gateway that has no list", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const expected = refusal("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");

    expect(await post(service, persisted("several"))).toEqual(expected);
    expect(await post(service, { query: "{ __typename }", ...persisted("several") })).toEqual([
      200,
      { data: { __typename: "Query" } },
    ]);
    expect(await post(service, {})).toEqual(refusal("BAD_REQUEST", "Must provide query string."));
  });
});

describe("a manifest", () => {
  const apollos = (operations: object[]) => ({
    format: "apollo-persisted-query-manifest",
    version: 1,
    operations,
  });

  it("is read as Apollo's clients write it", () => {
    const operations = [
      { id: "1", name: "Count", type: "query", body: count },
      { id: "2", name: "Create", type: "mutation", body: create },
    ];

    expect(parseTrustedDocuments(apollos(operations))).toEqual(
      new Map([
        ["1", count],
        ["2", create],
      ]),
    );
  });

  it.each<[unknown, string[]]>([
    [null, ["manifest: Invalid input: expected record, received null"]],
    [[count], ["manifest: Invalid input: expected record, received array"]],
    [count, ["manifest: Invalid input: expected record, received string"]],
    [{}, ["manifest: must hold at least one document"]],
    [apollos([]), ["manifest: must hold at least one document"]],
    [
      { a: 1, b: "" },
      ["manifest.a: Invalid input: expected string, received number", "manifest.b: must not be empty"],
    ],
    [
      { ...apollos([{ id: "", body: count }]), version: 2 },
      ["manifest.version: Invalid input: expected 1", "manifest.operations.0.id: must not be empty"],
    ],
    [
      { format: "other" },
      [
        'manifest.format: Invalid input: expected "apollo-persisted-query-manifest"',
        "manifest.version: Invalid input: expected 1",
        "manifest.operations: Invalid input: expected array, received undefined",
      ],
    ],
    [
      apollos([
        { id: "1", body: count },
        { id: "1", body: create },
      ]),
      ["manifest: must hold each id once"],
    ],
  ])("is refused with every problem: %j", (document, problems) => {
    expect(() => parseTrustedDocuments(document)).toThrow(
      ["The trusted documents are not usable.", ...problems.map((problem) => `  ${problem}`)].join("\n"),
    );
  });

  it("of another version of the graph is noticed at the start, each document by its id", () => {
    const old = new Map([
      ["good", count],
      ["gone", "{ bucket }"],
      ["cut", "query {"],
      ["narrow", '{ project(projectName: "9lives") { id } }'],
      ["part", "fragment Part on Project { id }"],
    ]);

    expect(() => gatewayTo("http://127.0.0.1:1", { trustedDocuments: old })).toThrow(
      /^The trusted documents are not usable\.\n {2}gone: Cannot query field "bucket" on type "Query"\.\n {2}cut: is no GraphQL document, from \d+:\d+ on\n {2}narrow: .*9lives.*\n {2}part: Fragment "Part" is never used\.$/,
    );
  });

  it("is held to the graph that is served", () => {
    const trustedDocuments = new Map([["renamed", "{ immProjects { nodes { id } } }"]]);
    const subgraph = { renames: { "Query.projects": "immProjects" } };

    expect(() => gatewayTo("http://127.0.0.1:1", { trustedDocuments })).toThrow(
      'renamed: Cannot query field "immProjects"',
    );
    expect(() => gatewayTo("http://127.0.0.1:1", { trustedDocuments, subgraph })).not.toThrow();
  });
});

const frontends = JSON.parse(
  await readFile("examples/frontend/src/generated/persisted-documents.json", "utf8"),
) as Record<string, string>;

describe("the manifest of the frontend's example", () => {
  const documents = parseTrustedDocuments(frontends);
  const idOf = (operation: string) =>
    Object.keys(frontends).find((id) => frontends[id]!.includes(operation))!;

  it("has its documents by their hashes", () => {
    for (const [id, text] of documents) {
      expect(id).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
    }
    expect(documents.size).toBe(10);
  });

  it("lets all that the page asks run, and nothing else", async () => {
    await using service = await startTestGateway({ trustedDocuments: documents });
    const send = async (operation: string, variables: object) =>
      (await post(service, { ...persisted(idOf(operation)), variables }))[1];

    expect(await send("mutation CreateProject(", { input: { projectName: "atlas" } })).toMatchObject({
      data: { createProject: { project: { __typename: "Project" } } },
    });
    const input = { projectName: "atlas", datasetName: "photos" };
    expect(await send("mutation CreateDataset(", { input })).toMatchObject({
      data: { createDataset: { dataset: { datasetName: "photos" } } },
    });
    expect(await send("query Project(", { projectName: "atlas" })).toMatchObject({
      data: { project: { datasetCount: 1, datasets: { nodes: [{ datasetName: "photos" }] } } },
    });

    service.calls.length = 0;
    const changed = frontends[idOf("query Project(")]!.replace("first: 20", "first: 200");
    const variables = { projectName: "atlas" };
    expect(await post(service, { query: changed, variables })).toEqual(refusal("QUERY_NOT_IN_SAFELIST"));
    const hash = `sha256:${createHash("sha256").update(changed).digest("hex")}`;
    expect(await post(service, { documentId: hash, variables })).toEqual(
      refusal("PERSISTED_QUERY_NOT_IN_LIST"),
    );
    expect(service.calls).toEqual([]);
  });
});
