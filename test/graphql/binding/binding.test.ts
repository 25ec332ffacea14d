import { describe, expect, it } from "vitest";
import { graphql } from "../../generated/index.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";
import { json, startUpstream } from "../../support/upstream/upstream.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";

const key = { projectName: "atlas", datasetName: "photos" };
const dataset = { ProjectName: "atlas", DatasetName: "photos" };
const args = 'projectName: "atlas", datasetName: "photos", uri: "oss://examplebucket"';
const globalId = (text: string) => Buffer.from(text).toString("base64");
const id = globalId("Binding:atlas/photos/oss:%2F%2Fexamplebucket");

/** A gateway over a local IMM with the datasets `films` and `photos`; these buckets are bound to `photos`. */
async function startBound(...buckets: readonly string[]) {
  const service = await startSeededGateway("films", "photos");
  for (const bucket of buckets) {
    service.makeBucket(bucket);
    await service.imm.call("CreateBinding", { ...dataset, URI: `oss://${bucket}` });
  }
  await service.settled();
  service.calls.length = 0;
  return service;
}

const Create = graphql(`
  mutation CreateBinding($input: CreateBindingInput!) {
    createBinding(input: $input) {
      binding {
        id
        projectName
        datasetName
        uri
        state
        phase
        bindingReason
        createTime
        updateTime
        dataset {
          id
        }
      }
      requestId
      reconciled
    }
  }
`);

describe("createBinding", () => {
  it("answers the binding as IMM made it, by one call", async () => {
    await using service = await startBound();
    service.makeBucket("examplebucket");

    const { data, errors } = await service.send(Create, { input: { ...key, uri: "oss://examplebucket" } });

    expect(errors).toBeUndefined();
    const { createTime, ...binding } = data!.createBinding.binding;
    expect(binding).toEqual({
      ...key,
      id,
      uri: "oss://examplebucket",
      state: "Ready",
      phase: "FullScanning",
      bindingReason: null,
      updateTime: createTime,
      dataset: { id: globalId("Dataset:atlas/photos") },
    });
    expect(data!.createBinding).toMatchObject({ reconciled: false, requestId: expect.any(String) });
    expect(service.calls.map(({ action, params }) => [action, params])).toEqual([
      ["CreateBinding", { ...dataset, URI: "oss://examplebucket" }],
    ]);
  });

  it.each([
    ["a bucket that is bound", { uri: "oss://examplebucket" }, "CONFLICT"],
    ["a dataset that isn't there", { datasetName: "other", uri: "oss://examplebucket" }, "NOT_FOUND"],
    ["a bucket that isn't there", { uri: "oss://otherbucket" }, "BAD_USER_INPUT"],
  ])("is refused for %s", async (_what, other, code) => {
    await using service = await startBound("examplebucket");

    const { data, errors } = await service.send(Create, { input: { ...key, ...other } });

    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code, imm: { action: "CreateBinding" } } }]);
  });

  it("is refused beyond the dataset's limit", async () => {
    await using service = await startBound("examplebucket");
    service.makeBucket("otherbucket");
    await service.imm.call("UpdateDataset", { ...dataset, DatasetMaxBindCount: 1 });

    const { errors } = await service.send(Create, { input: { ...key, uri: "oss://otherbucket" } });

    expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
  });

  it.each(["https://examplebucket", "oss://examplebucket/a.jpg"])(
    "checks the URI before anything is called: %s",
    async (uri) => {
      await using service = await startBound();

      const { errors } = await service.send(Create, { input: { ...key, uri } });

      expect(errors).toMatchObject([
        {
          extensions: {
            code: "BAD_USER_INPUT",
            field: "input.uri",
            allowed: "oss://bucket",
          },
        },
      ]);
      expect(service.calls).toEqual([]);
    },
  );
});

describe("deleteBinding", () => {
  it("answers the id that it had, under which nothing is found after", async () => {
    await using service = await startBound("examplebucket");

    const { data } = await service.send(`mutation {
      deleteBinding(input: { ${args} }) { deletedBindingId requestId }
      again: createBinding(input: { ${args} }) { binding { id } }
      deleteBinding2: deleteBinding(input: { ${args} }) { deletedBindingId }
    }`);
    const read = await service.send(`{ node(id: "${id}") { id } binding(${args}) { state } }`);

    expect(data).toMatchObject({
      deleteBinding: { deletedBindingId: id, requestId: expect.any(String) },
      again: { binding: { id } },
      deleteBinding2: { deletedBindingId: id },
    });
    expect(read).toEqual({ data: { node: null, binding: null } });
  });

  it("is NOT_FOUND where nothing is bound", async () => {
    await using service = await startBound();

    const { errors } = await service.send(`mutation { deleteBinding(input: { ${args} }) { requestId } }`);

    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  });
});

describe("a binding", () => {
  it("is read by one call, whatever it is read by", async () => {
    await using service = await startBound("examplebucket");

    const { data } = await service.send(`{
      binding(${args}) { id state }
      again: binding(${args}) { phase }
      node(id: "${id}") { ... on Binding { uri createTime } }
      _entities(representations: [{ __typename: "Binding", ${args} }, { __typename: "Binding", id: "${id}" }]) {
        ... on Binding { id state }
      }
    }`);

    const binding = { id, state: "Running" };
    expect(data).toMatchObject({
      binding,
      again: { phase: "IncrementalScanning" },
      node: { uri: "oss://examplebucket" },
      _entities: [binding, binding],
    });
    expect(service.calls.map(({ action, params }) => [action, params])).toEqual([
      ["GetBinding", { ...dataset, URI: "oss://examplebucket" }],
    ]);
  });

  it("costs no call if its key is enough, its dataset's too", async () => {
    await using service = await startBound("examplebucket");

    const { data } = await service.send(`{
      _entities(representations: [{ __typename: "Binding", id: "${id}" }]) {
        ... on Binding { projectName datasetName uri dataset { datasetName } }
      }
    }`);

    expect(data).toEqual({
      _entities: [{ ...key, uri: "oss://examplebucket", dataset: { datasetName: "photos" } }],
    });
    expect(service.calls).toEqual([]);
  });

  it("is null where there is none, no dataset or no project", async () => {
    await using service = await startBound();

    const read = await service.send(`{
      binding(${args}) { state }
      noDataset: binding(projectName: "atlas", datasetName: "other", uri: "oss://examplebucket") { state }
      noProject: binding(projectName: "other", datasetName: "photos", uri: "oss://examplebucket") { state }
    }`);

    expect(read).toEqual({ data: { binding: null, noDataset: null, noProject: null } });
  });

  it("has a reason if IMM says one, and values that IMM may add", async () => {
    const Binding = {
      ...dataset,
      URI: "oss://examplebucket",
      State: "Archived",
      Phase: "Resting",
      Reason: "pause usage",
    };
    await using upstream = await startUpstream(json(200, { RequestId: "r", Binding }));
    await using service = gatewayTo(upstream.url);

    const { data } = await service.send(`{ binding(${args}) { state phase bindingReason createTime } }`);

    expect(data).toEqual({
      binding: { state: "Archived", phase: "Resting", bindingReason: "pause usage", createTime: null },
    });
  });
});

describe("a dataset's bindings", () => {
  it("are listed page by page, a call for each", async () => {
    await using service = await startBound("photos-1", "photos-2", "zoo");
    const page = `query ($after: String) { dataset(projectName: "atlas", datasetName: "photos") {
      bindings(first: 2, after: $after) { nodes { uri state dataset { datasetName } } pageInfo { hasNextPage endCursor } }
    } }`;
    interface Page {
      dataset: {
        bindings: { nodes: { uri: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
    }

    const first = (await service.send<Page, never>(page)).data!.dataset.bindings;
    const second = (await service.send<Page, never>(page, { after: first.pageInfo.endCursor })).data!.dataset
      .bindings;

    expect([first, second].map(({ nodes }) => nodes.map(({ uri }) => uri))).toEqual([
      ["oss://photos-1", "oss://photos-2"],
      ["oss://zoo"],
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(service.calls.map(({ action }) => action)).toEqual([
      ...["GetDataset", "ListBindings", "GetDataset", "ListBindings"],
    ]);
  });

  it("are those of a name, and none of a dataset without", async () => {
    await using service = await startBound("photos-1", "zoo");

    const { data } = await service.send(`{
      datasets(projectName: "atlas") { nodes { datasetName bindCount bindings(name: "photos") { nodes { uri } } } }
    }`);

    expect(data).toEqual({
      datasets: {
        nodes: [
          { datasetName: "films", bindCount: 0, bindings: { nodes: [] } },
          { datasetName: "photos", bindCount: 2, bindings: { nodes: [{ uri: "oss://photos-1" }] } },
        ],
      },
    });
    expect(service.calls.map(({ params }) => params)).toEqual([
      { ProjectName: "atlas", MaxResults: 100 },
      { ProjectName: "atlas", DatasetName: "films", Name: "photos", MaxResults: 10 },
      { ProjectName: "atlas", DatasetName: "photos", Name: "photos", MaxResults: 10 },
    ]);
  });

  it("keep it from being deleted", async () => {
    await using service = await startBound("examplebucket");

    const { errors } = await service.send(
      'mutation { deleteDataset(input: { projectName: "atlas", datasetName: "photos" }) { requestId } }',
    );

    expect(errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
  });
});
