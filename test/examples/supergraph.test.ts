import { once } from "node:events";
import { request, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createYoga } from "graphql-yoga";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { albumsSubgraph } from "../../examples/supergraph/src/albums.ts";
import { compose, readSdl } from "../../examples/supergraph/src/compose.ts";
import { listen, type Service } from "../../examples/supergraph/src/listen.ts";
import { createRouter } from "../../examples/supergraph/src/router.ts";
import { startServer } from "../../src/gateway/server.ts";
import { composers, normalized, type Composition, type Subgraph } from "../support/federation/composers.ts";
import { routers, type Router } from "../support/federation/routers.ts";
import { startTestGateway } from "../support/gateway/gateway.ts";
import { subscribe } from "../support/gateway/subscribe.ts";

type Gateway = Awaited<ReturnType<typeof startTestGateway>>;

const opened: AsyncDisposable[] = [];
const open = <Thing extends AsyncDisposable>(thing: Thing): Thing => {
  opened.push(thing);
  return thing;
};

let imm: Gateway;
let subgraphs: readonly Subgraph[];
let supergraph: string;
/** Each router over the example, by its name. */
const running = new Map<string, Router>();

beforeAll(async () => {
  imm = open(await startTestGateway({ subgraph: {} }));
  await imm.imm.call("CreateProject", { ProjectName: "test-project" });
  await imm.imm.call("CreateDataset", { ProjectName: "test-project", DatasetName: "dataset001" });
  const server = open(await startServer(imm.gateway, { host: "127.0.0.1", port: 0 }));
  const albums: Service = open(await listen(albumsSubgraph));
  subgraphs = [
    { name: "imm", url: server.url, sdl: await readSdl(server.url) },
    { name: "albums", url: albums.url, sdl: await readSdl(albums.url) },
  ];
  supergraph = await compose({ imm: server.url, albums: albums.url });
  for (const [name, start] of routers) running.set(name, open(await start(supergraph)));
});

afterAll(async () => {
  for (const thing of opened.toReversed()) await thing[Symbol.asyncDispose]();
});

/** What the example's README asks, and more that crosses the subgraphs. */
const queries = {
  albums: `{ albums { title dataset { datasetName datasetMaxBindCount bytesLeft albums { title } } } }`,
  requires: `{ dataset(projectName: "test-project", datasetName: "dataset001") { bytesLeft albums { title } } }`,
  keys: `{ albums { dataset { __typename id projectName datasetName project { projectName } } } }`,
  list: `{ datasets(projectName: "test-project") { nodes { datasetName albums { title } } pageInfo { hasNextPage } } }`,
  refused: `mutation {
    createDataset(input: { projectName: "test-project", datasetName: "x", datasetMaxBindCount: 11 }) { requestId }
  }`,
  conflict: `mutation {
    createDataset(input: { projectName: "test-project", datasetName: "dataset001" }) { requestId }
  }`,
} as const;

describe("the subgraphs of the example", () => {
  const composed = new Map<string, Composition>();
  beforeAll(() => {
    for (const [name, composeBy] of composers) composed.set(name, composeBy(subgraphs));
  });

  it.each(composers)("compose without an error by %s", (name) => {
    expect(composed.get(name)!.errors).toEqual([]);
  });

  it("compose to the same graph by each composer, without what is inaccessible", () => {
    const schemas = composers.map(([name]) => composed.get(name)!.schema!);

    const [first, ...others] = schemas.map(normalized);
    for (const other of others) expect(other).toBe(first);
    expect(first).toContain("type Dataset implements Node");
    expect(first).not.toContain("WorkflowParameter");
    expect(schemas[0]!.getQueryType()!.getFields()).not.toHaveProperty("node");
  });
});

describe.each(routers)("the supergraph of the example, by %s", (name) => {
  const send = async (query: string) => {
    imm.calls.length = 0;
    const answer = await running.get(name)!.send(query);
    const calls = imm.calls.map(({ action, params }) => [action, ...Object.values(params)].join(" "));
    return { answer, calls };
  };

  it("answers a query that crosses the subgraphs, each dataset read once", async () => {
    const { answer, calls } = await send(queries.albums);

    const albums = [{ title: "Summer" }, { title: "Winter" }];
    const dataset = {
      datasetName: "dataset001",
      datasetMaxBindCount: 10,
      bytesLeft: "90000000000000000",
      albums,
    };
    expect(answer).toEqual({
      data: {
        albums: [
          { title: "Summer", dataset },
          { title: "Winter", dataset },
          {
            title: "Lost",
            dataset: {
              datasetName: "no-such-dataset",
              datasetMaxBindCount: null,
              bytesLeft: null,
              albums: [{ title: "Lost" }],
            },
          },
        ],
      },
    });
    expect(calls.toSorted()).toEqual([
      "GetDataset test-project dataset001 true",
      "GetDataset test-project no-such-dataset true",
    ]);
  });

  it("hands the fields that another subgraph requires on to it, to the last digit", async () => {
    const { answer, calls } = await send(queries.requires);

    expect(answer).toEqual({
      data: {
        dataset: { bytesLeft: "90000000000000000", albums: [{ title: "Summer" }, { title: "Winter" }] },
      },
    });
    expect(calls).toEqual(["GetDataset test-project dataset001 true"]);
  });

  it("costs no call to IMM where a dataset's key is all that is asked", async () => {
    const { answer, calls } = await send(queries.keys);

    expect(answer.data?.["albums"]).toContainEqual({
      dataset: {
        __typename: "Dataset",
        id: "RGF0YXNldDp0ZXN0LXByb2plY3QvZGF0YXNldDAwMQ==",
        projectName: "test-project",
        datasetName: "dataset001",
        project: { projectName: "test-project" },
      },
    });
    expect(calls).toEqual([]);
  });

  it("joins the other subgraph to a connection", async () => {
    const { answer, calls } = await send(queries.list);

    expect(answer).toEqual({
      data: {
        datasets: {
          nodes: [{ datasetName: "dataset001", albums: [{ title: "Summer" }, { title: "Winter" }] }],
          pageInfo: { hasNextPage: false },
        },
      },
    });
    expect(calls).toEqual(["ListDatasets test-project 100"]);
  });

  it.each([
    [
      "a value that isn't allowed",
      queries.refused,
      { code: "BAD_USER_INPUT", field: "input.datasetMaxBindCount", allowed: "1..10" },
    ],
    [
      "a name that is taken",
      queries.conflict,
      { code: "CONFLICT", imm: expect.objectContaining({ code: "ResourceAlreadyExists" }) },
    ],
  ])("hands on what an error says of %s", async (_what, query, extensions) => {
    const { answer } = await send(query);

    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toMatchObject([{ extensions }]);
  });
});

it("the supergraph's Hive Gateway hands on subscriptions, and joins the other subgraph to their events", async () => {
  const uri = "oss://photos/none.jpg";
  const key = { ProjectName: "test-project", DatasetName: "dataset001" };
  await imm.imm.call("IndexFileMeta", { ...key, File: { URI: uri } });
  await imm.settled();
  await using router = createRouter(supergraph);

  const stream = await subscribe(router, {
    query: `subscription {
      fileIndexed(projectName: "test-project", datasetName: "dataset001", uris: ["${uri}"]) {
        uri objectStatus dataset { datasetName albums { title } }
      }
    }`,
  });

  const dataset = { datasetName: "dataset001", albums: [{ title: "Summer" }, { title: "Winter" }] };
  expect(await stream.rest()).toEqual([
    { event: "next", data: { data: { fileIndexed: { uri, objectStatus: "Failed", dataset } } } },
    { event: "complete" },
  ]);
});

it("the supergraph answers the same by each router", async () => {
  for (const query of Object.values(queries)) {
    const [first, ...others] = await Promise.all(
      Array.from(running.values(), (router) => router.send(query)),
    );
    const summary = (answer: typeof first) =>
      answer!.errors?.map(({ message, extensions: { code, field, allowed } }) => [
        message,
        code,
        field,
        allowed,
      ]);
    for (const other of others) expect(other.data ?? null).toEqual(first!.data ?? null);
    for (const other of others) expect(summary(other)).toEqual(summary(first));
  }
});

it("the supergraph refuses what a page elsewhere could send through its reader's browser", async () => {
  await using hive = createRouter(supergraph);
  await using served = await listen(hive);
  const query = "{ albums { title } }";
  const send = async (headers: OutgoingHttpHeaders, body: string) => {
    const outgoing = request(served.url, { method: "POST", headers });
    outgoing.end(body);
    const [response] = (await once(outgoing, "response")) as [IncomingMessage];
    return [response.statusCode, response.headers["access-control-allow-origin"], await text(response)];
  };
  const json = { "content-type": "application/json" };
  const body = JSON.stringify({ query });

  expect(await send({ ...json, origin: "http://evil.test" }, body)).toEqual([
    200,
    undefined,
    '{"data":{"albums":[{"title":"Summer"},{"title":"Winter"},{"title":"Lost"}]}}',
  ]);
  expect(await send({ ...json, host: "evil.test" }, body)).toEqual([403, undefined, ""]);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect(await send(form, `query=${encodeURIComponent(query)}`)).toEqual([403, undefined, ""]);
  expect(await send({ "content-type": "text/plain" }, body)).toEqual([403, undefined, ""]);
});

describe("beside a subgraph that knows datasets by their ids", () => {
  const typeDefs = parse(`
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@shareable"])
    type Dataset @key(fields: "id") { id: ID! note: String }
    type NoteConnection { nodes: [Dataset!]! pageInfo: PageInfo! }
    type PageInfo @shareable {
      startCursor: String endCursor: String hasNextPage: Boolean! hasPreviousPage: Boolean!
    }
    type Query { notes: NoteConnection! }
  `);
  const id = "RGF0YXNldDp0ZXN0LXByb2plY3QvZGF0YXNldDAwMQ==";
  const notes = { nodes: [{ id }], pageInfo: { hasNextPage: false, hasPreviousPage: false } };
  const resolvers = {
    Dataset: { note: (dataset: { id: string }) => `of ${dataset.id}` },
    Query: { notes: () => notes },
  };

  it.each(routers)("the other key leads to a dataset and back, by %s", async (_name, start) => {
    await using service = await listen(createYoga({ schema: buildSubgraphSchema({ typeDefs, resolvers }) }));
    const [{ url }, albums] = subgraphs as [Subgraph, Subgraph];
    await using router = await start(await compose({ imm: url, albums: albums.url, notes: service.url }));
    imm.calls.length = 0;

    const answer = await router.send(`{
      notes { nodes { datasetName note albums { title } datasetMaxBindCount } pageInfo { hasNextPage } }
      dataset(projectName: "test-project", datasetName: "dataset001") { note }
    }`);

    expect(answer).toEqual({
      data: {
        notes: {
          nodes: [
            {
              datasetName: "dataset001",
              note: `of ${id}`,
              albums: [{ title: "Summer" }, { title: "Winter" }],
              datasetMaxBindCount: 10,
            },
          ],
          pageInfo: { hasNextPage: false },
        },
        dataset: { note: `of ${id}` },
      },
    });
    expect(imm.calls.map(({ action }) => action)).toEqual(["GetDataset", "GetDataset"]);
  });
});
