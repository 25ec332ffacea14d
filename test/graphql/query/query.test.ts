import { describe, expect, it } from "vitest";
import { gatewayTo, type TestGatewayOptions } from "../../support/gateway/gateway.ts";
import { callsTo } from "../../support/upstream/file-upstream.ts";
import { startQueryUpstream } from "../../support/upstream/query-upstream.ts";
import { json, RequestId } from "../../support/upstream/upstream.ts";

type Options = NonNullable<Parameters<typeof startQueryUpstream>[0]> & { gateway?: TestGatewayOptions };

const uriOf = (n: number) => `oss://examplebucket/${String(n).padStart(3, "0")}.jpg`;
const filesUpTo = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [uriOf(n), { Size: n, Title: `t${n}` }]));

const names = { ProjectName: "atlas", DatasetName: "photos" };
const dataset = 'dataset(projectName: "atlas", datasetName: "photos")';

async function send(selection: string, variables: object = {}, { gateway, ...options }: Options = {}) {
  await using upstream = await startQueryUpstream({ files: filesUpTo(3), ...options });
  await using service = gatewayTo(upstream.url, gateway);
  const definitions = /^\(.*?\) /s.exec(selection)?.[0] ?? "";
  const query = `query ${definitions}{ ${dataset} { ${selection.slice(definitions.length)} } }`;
  const answer = await service.send<{ dataset: never }, object>(query, { ...variables });
  // The dataset itself is read, too.
  const calls = callsTo(upstream).filter(([action]) => action !== "GetDataset");
  return { ...answer, dataset: answer.data?.dataset as unknown, calls };
}

const withoutTotal = { WithoutTotalHits: "true" };

describe("a query", () => {
  it("is one call for the fields that are selected, without a count, and without the dataset", async () => {
    const { dataset: found, calls } = await send(
      "query { nodes { uri size id dataset { datasetName } coordinates { latitude } } }",
    );

    const nodes = [0, 1, 2].map((n) => ({
      ...{ uri: uriOf(n), size: String(n), dataset: { datasetName: "photos" }, coordinates: null },
      id: Buffer.from(`File:atlas/photos/${uriOf(n).replaceAll("/", "%2F")}`).toString("base64"),
    }));
    expect(found).toEqual({ query: { nodes } });
    expect(calls).toEqual([
      [
        "SimpleQuery",
        { ...names, MaxResults: "100", ...withoutTotal, WithFields: ["URI", "Size", "LatLong"] },
      ],
    ]);
  });

  it("counts if that is selected", async () => {
    const { dataset: found, calls } = await send("query(first: 2) { totalCount pageInfo { hasNextPage } }");

    expect(found).toEqual({ query: { totalCount: 3, pageInfo: { hasNextPage: true } } });
    expect(calls).toEqual([["SimpleQuery", { ...names, MaxResults: "2", WithFields: ["URI"] }]]);
  });

  it("asks for the fields of nodes and of edges, in fragments, but for those left out", async () => {
    const { calls } = await send(
      `($no: Boolean!) query(first: 1) {
        edges { node { ... on File { title artist @include(if: $no) } ... on Node { id } } }
        nodes { customLabel(key: "a") exifTag(tag: "b") fileReason fileStartTime labels { labelName } }
      }`,
      { no: false },
    );

    const WithFields = ["URI", "Title", "CustomLabels", "EXIF", "Reason", "StartTime", "Labels"];
    expect(calls).toEqual([["SimpleQuery", { ...names, MaxResults: "1", ...withoutTotal, WithFields }]]);
  });

  it("sends a where as IMM takes it, from a literal and from variables", async () => {
    const literal = `query(where: {
      mediaType: { eq: "image" }, size: { gte: "1048576" },
      labels: { some: { labelName: { eq: "cat" }, labelConfidence: { gte: 0.8 } } },
      latLong: { near: { latitude: 48.85, longitude: 2.29, metres: 5000 } },
      or: [{ customLabels: [{ key: "trip", eq: "paris" }] }, { not: { title: { prefix: "IMG" } } }]
    }) { nodes { uri } }`;
    const variables = {
      where: {
        or: [{ customLabels: { key: "trip", eq: "paris" } }, { not: { title: { prefix: "IMG" } } }],
        size: { gte: 1048576, lte: null },
        mediaType: { eq: "image" },
        latLong: { near: { latitude: 48.85, longitude: 2.29, metres: 5000 } },
        labels: { some: { labelName: { eq: "cat" }, labelConfidence: { gte: 0.8 } } },
        title: null,
      },
    };
    const leaf = (Operation: string, Field: string, Value: string) => ({ Operation, Field, Value });

    const [first, second, third] = await Promise.all([
      send(literal),
      send("($where: FileWhereInput) query(where: $where) { nodes { uri } }", variables),
      send(
        "($x: [FileWhereInput!], $n: Long) query(where: { or: $x, size: { gte: $n } }) { nodes { uri } }",
        {
          x: variables.where.or,
          n: "1048576",
        },
      ),
    ]);

    const Query = {
      Operation: "and",
      SubQueries: [
        {
          Operation: "nested",
          Field: "Labels",
          SubQueries: [
            {
              Operation: "and",
              SubQueries: [
                leaf("gte", "Labels.LabelConfidence", "0.8"),
                leaf("eq", "Labels.LabelName", "cat"),
              ],
            },
          ],
        },
        leaf("geo-distance", "LatLong", "48.85,2.29;5000"),
        leaf("eq", "MediaType", "image"),
        {
          Operation: "or",
          SubQueries: [
            leaf("eq", "CustomLabels.trip", "paris"),
            { Operation: "not", SubQueries: [leaf("prefix", "Title", "IMG")] },
          ],
        },
        leaf("gte", "Size", "1048576"),
      ],
    };
    expect(first.errors).toBeUndefined();
    expect(first.calls).toEqual([
      ["SimpleQuery", { ...names, MaxResults: "100", ...withoutTotal, WithFields: ["URI"], Query }],
    ]);
    expect(second.calls).toEqual(first.calls);
    expect(third.calls[0]![1]["Query"]).toEqual({ Operation: "and", SubQueries: Query.SubQueries.slice(3) });
  });

  it("sorts as it is asked to", async () => {
    const { calls } = await send(
      `query(orderBy: [{ size: DESC }, { filename: ASC }, { imageScore: { overallQualityScore: DESC } }]) { nodes { uri } }`,
    );

    expect(calls).toMatchObject([
      ["SimpleQuery", { Sort: "Size,Filename,ImageScore.OverallQualityScore", Order: "desc,asc,desc" }],
    ]);
  });

  it.each([
    ["where: null, orderBy: null, first: null, after: null", {}],
    ["orderBy: []", {}],
    ["orderBy: { fileStartTime: ASC }", { Sort: "StartTime", Order: "asc" }],
    ["orderBy: [{ size: ASC, title: null }]", { Sort: "Size", Order: "asc" }],
  ])("takes %s", async (args, params) => {
    const { errors, calls } = await send(`query(${args}) { nodes { uri } }`);

    expect(errors).toBeUndefined();
    expect(calls).toEqual([
      ["SimpleQuery", { ...names, MaxResults: "100", ...withoutTotal, WithFields: ["URI"], ...params }],
    ]);
  });

  it.each<[args: string, field: string, message: string]>([
    ["orderBy: [{}]", "orderBy[0]", "Each element has exactly one field"],
    [
      "orderBy: [{ size: ASC }, { size: ASC, title: DESC }]",
      "orderBy[1]",
      "Each element has exactly one field",
    ],
    ["orderBy: [{ imageScore: {} }]", "orderBy[0]", "Each element has exactly one field"],
    [
      "orderBy: [{ size: ASC }, { title: ASC }, { album: ASC }, { artist: ASC }, { eTag: ASC }, { uri: ASC }]",
      "orderBy",
      "Files are sorted by at most 5 fields. Sent: 6 fields.",
    ],
    ["orderBy: [{ latLong: ASC }]", "orderBy[0].latLong", "There is no such argument or field."],
    ["orderBy: [{ labels: ASC }]", "orderBy[0].labels", "There is no such argument or field."],
    ["first: 101", "first", "A page has 1..100 things."],
    ["first: 0", "first", "A page has 1..100 things."],
    ['after: "x"', "after", "This is no cursor that this graph answers."],
    ["where: {}", "where", "There is no condition in it"],
    ["where: { size: {} }", "where.size", "There is no condition in it"],
    ["where: { labels: { some: {} } }", "where.labels.some", "There is no condition in it"],
    ['where: { size: { prefix: "1" } }', "where.size.prefix", "There is no such argument or field."],
    ['where: { ocrTexts: { eq: "1" } }', "where.ocrTexts.eq", "There is no such argument or field."],
    ['where: { latLong: { eq: "1,2" } }', "where.latLong.eq", "There is no such argument or field."],
    ["where: { labels: { labelName: {} } }", "where.labels.labelName", "There is no such argument or field."],
    ['where: { pageCount: { eq: "1" } }', "where.pageCount", "There is no such argument or field."],
    ['where: { size: { eq: "x" } }', "where.size.eq", "A Long is a decimal integer."],
    ["where: { size: { eq: 1.5 } }", "where.size.eq", "A Long is a decimal integer."],
    ["where: { duration: { eq: 1e999 } }", "where.duration.eq", "A value of type Float is expected."],
    ['where: { produceTime: { gt: "2024" } }', "where.produceTime.gt", "A DateTime is RFC 3339 text"],
    ['where: { customLabels: { eq: "x" } }', "where.customLabels.key", "A value is required."],
    [
      "where: { latLong: { near: { latitude: 91, longitude: 0, metres: 1 } } }",
      "where.latLong.near.latitude",
      "The value is outside -90..90. Sent: 91.",
    ],
  ])("refuses %s before any query", async (args, field, message) => {
    const { errors, calls } = await send(`query(${args}) { nodes { uri } }`);

    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(`${field}: ${message}`) as string,
        extensions: { code: "BAD_USER_INPUT", field },
      },
    ]);
    expect(calls).toEqual([]);
  });

  it.each([
    ["query { nodes { uri } }", "InvalidQuery", "where"],
    ["query { nodes { uri } }", "InvalidSort", "orderBy"],
    ["aggregate { count }", "InvalidQuery", "where"],
    ['search(text: "a") { nodes { uri } }', "InvalidQuery", "text"],
    ['semanticSearch(text: "a") { uri }', "InvalidQuery", "text"],
    ['semanticSearch(imageUri: "oss://shots/a") { uri }', "InvalidSourceURI", "imageUri"],
  ])("names the argument of %s that IMM refuses with %s", async (selection, Code, field) => {
    const { errors } = await send(
      selection,
      {},
      {
        respond: (action) =>
          action === "GetDataset" ? undefined : json(400, { RequestId, Code, Message: "It is wrong." }),
      },
    );

    expect(errors).toMatchObject([
      { message: "It is wrong.", extensions: { code: "BAD_USER_INPUT", field } },
    ]);
  });

  it("tells which place in the where IMM refused", async () => {
    const refusal = (Message: string) => ({
      respond: (action: string) =>
        action === "SimpleQuery" ? json(400, { RequestId, Code: "InvalidArgument", Message }) : undefined,
    });
    const where =
      'where: { title: { eq: "a" }, labels: { some: { labelName: { eq: "cat" }, labelConfidence: { gte: 0.8 } } } }';
    const sentence = "The parameter Query.SubQueries[0].SubQueries[0].SubQueries[0].Value is wrong.";

    const { errors } = await send(`query(${where}) { nodes { uri } }`, {}, refusal(sentence));
    const ofAggregate = await send(`aggregate(${where}) { count }`, {}, refusal(sentence));
    const ofAnother = await send(
      `query(${where}) { nodes { uri } }`,
      {},
      refusal("The dataset is too small."),
    );
    const ofNone = await send("query { nodes { uri } }", {}, refusal("The parameter Query is wrong."));

    const field = "where.labels.some.labelConfidence.gte";
    expect(errors).toMatchObject([
      {
        message: `${field}: ${sentence}`,
        path: ["dataset", "query"],
        extensions: {
          code: "BAD_USER_INPUT",
          field,
          imm: { action: "SimpleQuery", code: "InvalidArgument" },
        },
      },
    ]);
    expect(ofAggregate.errors).toMatchObject([{ message: `${field}: ${sentence}`, extensions: { field } }]);
    expect(ofAnother.errors).toMatchObject([{ message: "The dataset is too small." }]);
    expect(ofNone.errors).toMatchObject([{ message: "The parameter Query is wrong." }]);
  });

  it("is one call for each dataset of a list, for fewer files", async () => {
    await using upstream = await startQueryUpstream({ files: filesUpTo(30) });
    await using service = gatewayTo(upstream.url);

    const { data, errors } = await service.send(
      '{ project(projectName: "atlas") { datasets { nodes { datasetName query(where: { size: { gt: "1" } }) { nodes { size dataset { datasetName } } } } } } }',
    );

    expect(errors).toBeUndefined();
    const nodes = (datasetName: string) =>
      Array.from({ length: 10 }, (_, n) => ({ size: String(n), dataset: { datasetName } }));
    expect(data).toEqual({
      project: {
        datasets: {
          nodes: ["films", "photos"].map((name) => ({ datasetName: name, query: { nodes: nodes(name) } })),
        },
      },
    });
    expect(callsTo(upstream).slice(2)).toMatchObject([
      ["SimpleQuery", { DatasetName: "films", MaxResults: "10" }],
      ["SimpleQuery", { DatasetName: "photos", MaxResults: "10" }],
    ]);
  });

  it("finds files that have all that a file has, for no call of their own", async () => {
    const { dataset: found, calls } = await send(
      "query(first: 2) { nodes { uri dataset { description query(first: 1) { nodes { title } } } } }",
    );

    const theirs = { description: "mine", query: { nodes: [{ title: "t0" }] } };
    expect(found).toEqual({ query: { nodes: [0, 1].map((n) => ({ uri: uriOf(n), dataset: theirs })) } });
    // The same query in two places is one call.
    expect(calls.map(([, { WithFields }]) => WithFields)).toEqual([["URI"], ["URI", "Title"]]);
  });

  it("takes a dataset by its key alone, and other names for its types", async () => {
    await using upstream = await startQueryUpstream({
      files: filesUpTo(1),
      aggregations: { "group MediaType": { Groups: [{ Value: "image", Count: 1 }] } },
    });
    const renames = { File: "ImmFile", FileAggregate: "ImmAggregate", FileWhereInput: "ImmWhereInput" };
    await using service = gatewayTo(upstream.url, { subgraph: { renames } });

    const { data, errors } = await service.send(
      `query ($all: [_Any!]!, $where: ImmWhereInput) { _entities(representations: $all) { ... on Dataset {
        query(where: $where) { nodes { __typename ... on ImmFile { size } } }
        aggregate(where: $where) { __typename mediaType { groups { value } } }
        semanticSearch(text: "a") { ... on Node { id } title }
      } } }`,
      {
        all: [{ __typename: "Dataset", projectName: "atlas", datasetName: "photos" }],
        where: { size: { gte: 0 } },
      },
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      _entities: [
        {
          query: { nodes: [{ __typename: "ImmFile", size: "0" }] },
          aggregate: { __typename: "ImmAggregate", mediaType: { groups: [{ value: "image" }] } },
          semanticSearch: [{ title: "t0" }],
        },
      ],
    });
    expect(callsTo(upstream).map(([action, { WithFields }]) => [action, WithFields])).toEqual([
      ["SimpleQuery", ["URI", "Size"]],
      ["SimpleQuery", undefined],
      ["SemanticQuery", ["URI", "Title"]],
    ]);
  });

  it("tells each of several who ask the same at once where in their own where it was wrong", async () => {
    const Message = "Query.SubQueries[0].Value is wrong.";
    const { errors, calls } = await send(
      `a: query(where: { size: { gt: "1" }, title: { eq: "a" } }) { nodes { uri } }
       b: query(where: { and: [{ size: { gt: "1" } }, { title: { eq: "a" } }] }) { nodes { uri } }`,
      {},
      {
        respond: (action) =>
          action === "SimpleQuery" ? json(400, { RequestId, Code: "InvalidQuery", Message }) : undefined,
      },
    );

    expect(calls).toHaveLength(1);
    expect(errors?.map(({ path, extensions }) => [path?.[1], extensions.field]).toSorted()).toEqual([
      ["a", "where.size.gt"],
      ["b", "where.and[0].size.gt"],
    ]);
  });

  it("refuses a reply with a file without its URI", async () => {
    const { errors } = await send(
      "query { nodes { size } }",
      {},
      {
        respond: (action) =>
          action === "SimpleQuery" ? json(200, { RequestId, Files: [{ Size: 1 }] }) : undefined,
      },
    );

    expect(errors).toMatchObject([
      {
        message: "IMM answered SimpleQuery with a file without its URI.",
        extensions: { code: "UPSTREAM_ERROR" },
      },
    ]);
  });
});

describe("a cursor of a query", () => {
  const orders = ["", "orderBy: [{ size: ASC }, { title: DESC }]", 'where: { size: { gte: "0" } }'];

  it.each(orders)("goes on behind any file: %s", async (args) => {
    await using upstream = await startQueryUpstream({ files: filesUpTo(7) });
    await using service = gatewayTo(upstream.url);
    const page = async (first: number, after?: string) => {
      const { data, errors } = await service.send<{ dataset: { query: Page } }, object>(
        `query ($first: Int, $after: String) { ${dataset} { query(first: $first, after: $after, ${args}) {
          edges { cursor node { uri } } pageInfo { hasNextPage endCursor }
        } } }`,
        { first, after },
      );
      expect(errors).toBeUndefined();
      return data!.dataset.query;
    };
    interface Page {
      edges: { cursor: string; node: { uri: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }
    const urisOf = ({ edges }: Page) => edges.map(({ node }) => node.uri);

    const all = await page(7);
    expect(urisOf(all)).toEqual(Object.keys(filesUpTo(7)));
    for (const [index, { cursor }] of all.edges.entries()) {
      const next = await page(2, cursor);
      expect(urisOf(next)).toEqual(Object.keys(filesUpTo(7)).slice(index + 1, index + 3));
      expect(next.pageInfo.hasNextPage).toBe(index + 3 < 7);
    }
    const pages = [await page(3)];
    while (pages.at(-1)!.pageInfo.hasNextPage) pages.push(await page(3, pages.at(-1)!.pageInfo.endCursor));
    expect(pages.flatMap(urisOf)).toEqual(Object.keys(filesUpTo(7)));
    expect(pages).toHaveLength(3);
  });

  it("goes on also if its file is gone", async () => {
    const cursorOf = async (args: string) => {
      const { dataset: found } = await send(
        `query(${args}) { edges { cursor } }`,
        {},
        { files: filesUpTo(4) },
      );
      return (found as { query: { edges: { cursor: string }[] } }).query.edges[1]!.cursor;
    };
    const { [uriOf(1)]: _gone, ...files } = filesUpTo(4);

    for (const args of ["first: 4", "first: 4, orderBy: [{ size: ASC }]"]) {
      const after = await cursorOf(args);
      const { dataset: found } = await send(
        `($after: String) query(${args}, after: $after) { nodes { uri } }`,
        { after },
        { files },
      );
      expect(found).toEqual({ query: { nodes: [{ uri: uriOf(2) }, { uri: uriOf(3) }] } });
    }
  });

  it.each<[what: string, order: readonly number[], rest: readonly number[]]>([
    ["others that were seen with it are gone too", [0, 5, 6, 7], [5, 6, 7]],
    ["it is there and others are gone", [0, 4, 5, 6, 7], [5, 6, 7]],
    ["it has moved behind others", [0, 1, 2, 3, 5, 6, 4, 7], [5, 6, 7]],
    ["it has moved to the end", [0, 1, 2, 3, 5, 6, 7, 4], [5, 6, 7]],
  ])("in the middle of a sorted page goes on, if %s", async (_what, order, rest) => {
    const query = "first: 8, orderBy: [{ size: ASC }]";
    const { dataset: found } = await send(
      `query(${query}) { edges { cursor } }`,
      {},
      { files: filesUpTo(8) },
    );
    const after = (found as { query: { edges: { cursor: string }[] } }).query.edges[4]!.cursor;

    const { dataset: next } = await send(
      `($after: String) query(${query}, after: $after) { nodes { uri } }`,
      { after },
      { files: Object.fromEntries(order.map((index) => [uriOf(index), {}])) },
    );

    expect(next).toEqual({ query: { nodes: rest.map((index) => ({ uri: uriOf(index) })) } });
  });

  it("goes on behind its page if its file has moved to a later one", async () => {
    const query = "orderBy: [{ updateTime: ASC }]";
    const { dataset: found } = await send(
      `query(first: 2, ${query}) { pageInfo { endCursor } }`,
      {},
      { files: filesUpTo(4) },
    );
    const after = (found as { query: { pageInfo: { endCursor: string } } }).query.pageInfo.endCursor;
    const order = [0, 7, 2, 3, 1].map(uriOf);

    const { dataset: next } = await send(
      `($after: String) query(${query}, after: $after) { nodes { uri } }`,
      { after },
      { files: Object.fromEntries(order.map((uri) => [uri, {}])) },
    );

    expect(next).toEqual({ query: { nodes: order.slice(2).map((uri) => ({ uri })) } });
  });

  it("goes on behind any file by code points", async () => {
    const order = ["z", "\u{e000}", "\u{ff41}", "\u{1f600}", "\u{1f601}"].map(
      (name) => `oss://shots/${name}`,
    );
    const files = Object.fromEntries(order.map((uri) => [uri, {}]));
    const uris: string[] = [];
    let after: string | null = null;
    for (let page = 0; page === 0 || (after !== null && page < 9); page += 1) {
      const { dataset: found } = await send(
        "($after: String) query(first: 1, after: $after) { nodes { uri } pageInfo { hasNextPage endCursor } }",
        { after },
        { files },
      );
      const { query } = found as {
        query: { nodes: { uri: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      uris.push(...query.nodes.map(({ uri }) => uri));
      after = query.pageInfo.hasNextPage ? query.pageInfo.endCursor : null;
    }

    expect(uris).toEqual(order);
  });

  it.each([
    ['query(where: { size: { gt: "1" } }, after: $after) { nodes { uri } }', "`where` and `orderBy`"],
    ["query(orderBy: [{ size: ASC }], after: $after) { nodes { uri } }", "`where` and `orderBy`"],
    ['search(text: "a", after: $after) { nodes { uri } }', "`text` and `orderBy`"],
  ])("is refused by another list: %s", async (selection, args) => {
    const { dataset: found } = await send("query(first: 1) { edges { cursor } }");
    const after = (found as { query: { edges: { cursor: string }[] } }).query.edges[0]!.cursor;

    const { errors, calls } = await send(`($after: String) ${selection}`, { after });

    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(
          `after: This cursor is of another list: send the ${args} that it came with.`,
        ) as string,
        extensions: { code: "BAD_USER_INPUT", field: "after" },
      },
    ]);
    expect(calls).toEqual([]);
  });

  it("is the same for the same conditions, however they are written", async () => {
    const { dataset: found } = await send(
      'query(first: 1, where: { size: { in: ["1"] } }) { edges { cursor } }',
    );
    const after = (found as { query: { edges: { cursor: string }[] } }).query.edges[0]!.cursor;

    const { errors, dataset: next } = await send(
      "($after: String, $n: Long) query(first: 1, where: { and: [{ size: { eq: $n } }] }, after: $after) { nodes { uri } }",
      { after, n: 1 },
    );

    expect(errors).toBeUndefined();
    expect(next).toEqual({ query: { nodes: [{ uri: uriOf(1) }] } });
  });
});
