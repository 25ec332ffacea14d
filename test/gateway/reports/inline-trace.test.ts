import { Trace } from "@apollo/usage-reporting-protobuf";
import { describe, expect, it } from "vitest";
import { gatewayTo, testKey } from "../../support/gateway/gateway.ts";
import { json, startUpstream } from "../../support/upstream/upstream.ts";

/** A stand-in for IMM that knows one dataset, and refuses the key for another. */
const startImm = () =>
  startUpstream((request, response) => {
    const { ProjectName, DatasetName } = { ...request.query, ...request.form };
    const answer =
      DatasetName === "secret"
        ? json(400, { Code: "SignatureDoesNotMatch", Message: "string to sign: POST", RequestId: "r" })
        : json(200, { Dataset: { ProjectName, DatasetName, TemplateId: "t" } });
    answer(request, response);
  });

interface Asked {
  readonly headers?: Record<string, string>;
  readonly subgraph?: object;
}

async function send(imm: { url: string }, body: object, { headers, subgraph }: Asked) {
  await using service = gatewayTo(imm.url, { ...(subgraph && { subgraph }) });
  const response = await service.gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as {
    data: object | null;
    errors?: object[];
    extensions?: { ftv1?: string };
  };
}

function ask(imm: { url: string }, { names, ...asked }: Asked & { names: readonly string[] }) {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dataset { template: templateId } } }`;
  const r = names.map((datasetName) => ({ __typename: "Dataset", projectName: "atlas", datasetName }));
  return send(imm, { query, variables: { r } }, asked);
}

const include = { "apollo-federation-include-trace": "ftv1" };

describe("the trace of a subgraph", () => {
  it("goes to a router that asks for it, with every field and each error where it arose", async () => {
    await using imm = await startImm();

    const { data, extensions } = await ask(imm, {
      names: ["a", "secret", "9"],
      headers: include,
      subgraph: {},
    });

    expect(data).toEqual({ _entities: [{ template: "t" }, null, null] });
    const { root, durationNs } = Trace.decode(Buffer.from(extensions!.ftv1!, "base64"));
    const [entities] = root!.child!;
    expect(Number(durationNs)).toBeGreaterThan(0);
    expect(entities).toMatchObject({ responseName: "_entities", type: "[_Entity]!", parentType: "Query" });
    const [first] = entities!.child!;
    expect(first!.child).toMatchObject([
      { responseName: "template", originalFieldName: "templateId", type: "String", parentType: "Dataset" },
    ]);
    const errors = entities!.error!.concat(entities!.child!.flatMap(({ error }) => error ?? []));
    const traced = errors.map(({ message, json: text }) => [message, JSON.parse(text!).path]);
    expect(traced.toSorted(([, a], [, b]) => a[1] - b[1])).toEqual([
      ["IMM refused the gateway's own credentials.", ["_entities", 1]],
      [expect.stringContaining("representations.datasetName: "), ["_entities", 2]],
    ]);
  });

  it("tells nothing that the answer itself keeps back", async () => {
    await using imm = await startImm();

    const { extensions } = await ask(imm, { names: ["secret"], headers: include, subgraph: {} });

    const trace = Buffer.from(extensions!.ftv1!, "base64").toString("latin1");
    for (const secret of ["string to sign", testKey.accessKeySecret, "Signature="]) {
      expect(trace).not.toContain(secret);
    }
  });

  it("is there for no one else, and not of a graph that stands alone", async () => {
    await using imm = await startImm();

    expect(await ask(imm, { names: ["a"], subgraph: {} })).toEqual({
      data: { _entities: [{ template: "t" }] },
    });
    expect(await ask(imm, { names: ["a"], headers: include })).toEqual({
      data: { _entities: [{ template: "t" }] },
    });
  });

  it("stands beside the calls of the request", async () => {
    await using imm = await startImm();
    const headers = { ...include, "x-imm-trace-calls": "1" };

    const { extensions } = await ask(imm, { names: ["a"], headers, subgraph: {} });

    expect(extensions).toEqual({
      ftv1: expect.any(String),
      imm: { calls: [expect.objectContaining({ action: "GetDataset" })] },
    });
  });

  it("may be of any size", async () => {
    const Datasets = Array.from({ length: 200 }, (_, i) => ({ ProjectName: "atlas", DatasetName: `d${i}` }));
    await using imm = await startUpstream(json(200, { Datasets }));
    const query = `{ datasets(projectName: "atlas", first: 200) { nodes {
      id projectName datasetName description templateId createTime updateTime datasetMaxBindCount
      datasetMaxFileCount datasetMaxEntityCount datasetMaxRelationCount bindCount clusterType project { id }
    } } }`;

    const { extensions } = await send(imm, { query }, { headers: include, subgraph: {} });

    const { root } = Trace.decode(Buffer.from(extensions!.ftv1!, "base64"));
    expect(root!.child![0]!.child![0]!.child).toHaveLength(200);
  });

  it("has an error of a field that was never begun, and the answer is as without it", async () => {
    await using imm = await startUpstream(json(200, { Project: { ProjectName: "new" }, RequestId: "1" }));
    const query = `mutation ($input: CreateDatasetInput = { projectName: "a", datasetName: "b" }) {
      createProject(input: { projectName: "new" }) { requestId }
      createDataset(input: $input) { requestId }
    }`;
    const body = { query, variables: { input: null } };

    const { extensions, ...traced } = await send(imm, body, { headers: include, subgraph: {} });

    expect(traced).toEqual(await send(imm, body, { subgraph: {} }));
    expect(traced.errors).toMatchObject([
      { path: ["createDataset"], extensions: { code: "BAD_USER_INPUT" } },
    ]);
    const { root } = Trace.decode(Buffer.from(extensions!.ftv1!, "base64"));
    expect(root!.error).toMatchObject([{ message: expect.stringContaining("input: ") }]);
    expect(root!.child).toMatchObject([{ responseName: "createProject" }]);
  });
});
