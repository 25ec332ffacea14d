import { Trace } from "@apollo/usage-reporting-protobuf";
import { describe, expect, it } from "vitest";
import { gatewayTo, testKey } from "../support/gateway.ts";
import { json, startUpstream } from "../support/upstream.ts";

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

async function ask(
  imm: { url: string },
  {
    names,
    headers,
    subgraph,
  }: { names: string[]; headers?: Record<string, string>; subgraph?: object | undefined },
) {
  await using service = gatewayTo(imm.url, { ...(subgraph && { subgraph }) });
  const response = await service.gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dataset { template: templateId } } }`,
      variables: {
        r: names.map((datasetName) => ({ __typename: "Dataset", projectName: "atlas", datasetName })),
      },
    }),
  });
  return (await response.json()) as { data: object; errors?: object[]; extensions?: { ftv1?: string } };
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
    const told = errors.map(({ message, json: text }) => [message, JSON.parse(text!).path]);
    expect(told.toSorted(([, a], [, b]) => a[1] - b[1])).toEqual([
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
});
