import { describe, expect, it } from "vitest";
import { gatewayTo, type TestGatewayOptions } from "../../support/gateway/gateway.ts";
import { callsTo } from "../../support/upstream/file-upstream.ts";
import { startQueryUpstream } from "../../support/upstream/query-upstream.ts";

const uriOf = (n: number) => `oss://examplebucket/${n}.jpg`;
const files = Object.fromEntries(
  [2, 0, 1].map((n) => [uriOf(n), { Size: n, SemanticTypes: ["Label"], Labels: [{ LabelName: "cat" }] }]),
);
const names = { ProjectName: "atlas", DatasetName: "photos" };

async function send(selection: string, variables: object = {}, options?: TestGatewayOptions) {
  await using upstream = await startQueryUpstream({ files });
  await using service = gatewayTo(upstream.url, options);
  const definitions = /^\(.*?\) /s.exec(selection)?.[0] ?? "";
  const query = `query ${definitions}{ dataset(projectName: "atlas", datasetName: "photos") { ${selection.slice(definitions.length)} } }`;
  const answer = await service.send<{ dataset: Record<string, unknown> }, object>(query, { ...variables });
  const calls = callsTo(upstream).filter(([action]) => action !== "GetDataset");
  return { ...answer, dataset: answer.data?.dataset, calls };
}

const refused = (field: string, message: string) => [
  {
    message: expect.stringContaining(`${field}: ${message}`) as string,
    extensions: { code: "BAD_USER_INPUT", field },
  },
];

describe("a search", () => {
  it("is one call, which counts", async () => {
    const { dataset, calls } = await send(
      'search(text: "it\'s 京都 & 100%", orderBy: [{ size: DESC }], first: 200) { totalCount nodes { size dataset { id } } }',
    );

    const id = Buffer.from("Dataset:atlas/photos").toString("base64");
    expect(dataset).toEqual({
      search: { totalCount: 3, nodes: ["2", "0", "1"].map((size) => ({ size, dataset: { id } })) },
    });
    expect(calls).toEqual([
      [
        "FuzzyQuery",
        {
          ...names,
          ...{ Query: "it's 京都 & 100%", Sort: "Size", Order: "desc" },
          ...{ MaxResults: "200", WithFields: ["URI", "Size"] },
        },
      ],
    ]);
  });

  it("goes on behind any file, in IMM's own order", async () => {
    interface Found {
      search: { edges: { cursor: string }[] };
    }
    const { dataset } = await send('search(text: "a") { edges { cursor } }');
    const next: unknown[] = [];
    for (const { cursor: after } of (dataset as unknown as Found).search.edges) {
      const page = await send('($after: String) search(text: "a", after: $after) { nodes { uri } }', {
        after,
      });
      next.push(page.dataset);
    }

    expect(next).toEqual(
      [[0, 1], [1], []].map((ns) => ({ search: { nodes: ns.map((n) => ({ uri: uriOf(n) })) } })),
    );
  });

  it("takes a long text, as far as a body may be", async () => {
    const search = "($text: SearchText!) search(text: $text) { nodes { uri } }";
    const limits = { bodyBytes: 4_000_000 };

    const long = await send(search, { text: "x".repeat(50_000) });
    const tooLong = await send(search, { text: "京".repeat(350_000) }, { limits });

    expect(long.calls).toMatchObject([["FuzzyQuery", { Query: "x".repeat(50_000) }]]);
    expect(tooLong.errors).toMatchObject(refused("text", "The text is longer than 1 MiB in UTF-8."));
    expect(tooLong.calls).toEqual([]);
  });

  it.each([
    ['text: ""', "text", "The text is empty."],
    ['text: "a\\u0000"', "text", "A NUL is not allowed."],
    ['text: "a", first: 201', "first", "A page has 1..200 things. Sent: 201."],
    ['text: "a", orderBy: [{}]', "orderBy[0]", "Each element has exactly one field"],
    ["", "text", "A value is required."],
  ])("is refused for (%s)", async (args, field, message) => {
    const { errors, calls } = await send(`search${args && `(${args})`} { nodes { uri } }`);

    expect(errors).toMatchObject(refused(field, message));
    expect(calls).toEqual([]);
  });
});

describe("a semantic search", () => {
  it("is one call for a list of files, with what only it tells of them", async () => {
    const { dataset, calls } = await send(
      `semanticSearch(text: "Scenery of Hangzhou in April 2021", mediaTypes: ["image", "video"], first: 2) {
        uri semanticTypes elements { elementType } labels { labelName } dataset { datasetName }
      }`,
    );

    const known = {
      ...{ semanticTypes: ["Label"], elements: null, labels: [{ labelName: "cat" }] },
      dataset: { datasetName: "photos" },
    };
    expect(dataset).toEqual({ semanticSearch: [2, 0].map((n) => ({ uri: uriOf(n), ...known })) });
    expect(calls).toEqual([
      [
        "SemanticQuery",
        {
          ...{ ...names, Query: "Scenery of Hangzhou in April 2021", MediaTypes: ["image", "video"] },
          ...{ MaxResults: "2", WithFields: ["URI", "SemanticTypes", "Elements", "Labels"] },
        },
      ],
    ]);
  });

  it.each([
    ['imageUri: "oss://examplebucket/a.jpg"', { SourceURI: "oss://examplebucket/a.jpg" }],
    [
      'text: "", imageUri: "oss://examplebucket/a.jpg", mediaTypes: []',
      { SourceURI: "oss://examplebucket/a.jpg" },
    ],
    [
      'text: "cats", imageUri: "oss://examplebucket/a.jpg"',
      { Query: "cats", SourceURI: "oss://examplebucket/a.jpg" },
    ],
    ['text: "cats", imageUri: null, mediaTypes: null, first: null', { Query: "cats" }],
  ])("takes (%s)", async (args, params) => {
    const { errors, calls } = await send(`semanticSearch(${args}) { uri }`);

    expect(errors).toBeUndefined();
    expect(calls).toEqual([
      ["SemanticQuery", { ...names, ...params, MaxResults: "100", WithFields: ["URI"] }],
    ]);
  });

  it.each([
    ["first: 5", "text", "Give `text`, or `imageUri`, or both, to search for."],
    ['text: ""', "text", "Give `text`, or `imageUri`, or both, to search for."],
    ['text: "a", first: 101', "first", "A page has 1..100 things. Sent: 101."],
    ['text: "a", first: 0', "first", "A page has 1..100 things. Sent: 0."],
    ['imageUri: "https://a/b"', "imageUri", "The URI of a file is oss://"],
  ])("is refused for (%s)", async (args, field, message) => {
    const { errors, calls } = await send(`semanticSearch(${args}) { uri }`);

    expect(errors).toMatchObject(refused(field, message));
    expect(calls).toEqual([]);
  });
});
