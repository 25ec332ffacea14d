import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createGateway } from "../../../src/gateway/gateway.ts";
import { gatewayTo, type TestGateway } from "../../support/gateway/gateway.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";
import { json, startUpstream } from "../../support/upstream/upstream.ts";

interface Traced {
  data?: unknown;
  errors?: { extensions: { imm: { requestId: string } } }[];
  extensions?: { imm: { calls: Record<string, unknown>[] } };
}

async function ask(
  gateway: Pick<TestGateway["gateway"], "fetch">,
  query: string,
  headers: Record<string, string> = { "x-imm-trace-calls": "1" },
): Promise<Traced> {
  const response = await gateway.fetch("http://localhost/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json() as Promise<Traced>;
}

const photos = 'dataset(projectName: "atlas", datasetName: "photos")';

describe("the trace of calls", () => {
  it("has each call to IMM with its parameters, status, time, attempts and RequestId", async () => {
    await using service = await startSeededGateway("photos");

    const { extensions } = await ask(service.gateway, `{ ${photos} { fileCount } }`);

    const requestId = service.calls[0]?.requestId;
    expect(requestId).toMatch(/^[0-9A-F-]{36}$/);
    expect(extensions).toEqual({
      imm: {
        calls: [
          {
            action: "GetDataset",
            params: { ProjectName: "atlas", DatasetName: "photos", WithStatistics: true },
            status: 200,
            ms: expect.any(Number) as number,
            attempts: 1,
            requestId,
          },
        ],
      },
    });
  });

  it("has a call that IMM refused, with the RequestId of its error", async () => {
    await using service = await startSeededGateway();

    const { errors, extensions } = await ask(
      service.gateway,
      'mutation { updateProject(input: { projectName: "nowhere" }) { requestId } }',
    );

    const { requestId } = errors![0]!.extensions.imm;
    expect(extensions!.imm.calls).toMatchObject([{ action: "UpdateProject", status: 400, requestId }]);
  });

  it("says of a call that it shared the answer to another, the same", async () => {
    await using service = await startSeededGateway("photos");
    const datasets = 'datasets(projectName: "atlas") { nodes { datasetName } }';

    const { extensions } = await ask(service.gateway, `{ one: ${datasets} other: ${datasets} }`);

    const { requestId } = service.calls[0]!;
    const [one, other] = extensions!.imm.calls;
    expect(one).toMatchObject({ action: "ListDatasets", attempts: 1, requestId });
    expect(one).not.toHaveProperty("shared");
    expect(other).toMatchObject({ action: "ListDatasets", attempts: 0, shared: true, requestId });
  });

  it("says null where no answer came", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");

    const { extensions } = await ask(service.gateway, `{ ${photos} { createTime } }`);

    expect(extensions!.imm.calls).toMatchObject([{ action: "GetDataset", status: null, requestId: null }]);
  });

  it("is in the order in which the calls were made, also where they end in another", async () => {
    const named = (DatasetName: string) =>
      json(200, { RequestId: DatasetName, Dataset: { ProjectName: "atlas", DatasetName } });
    await using upstream = await startUpstream(async (request, response) => {
      const { DatasetName = "" } = request.query;
      const isFirst = DatasetName === "photos";
      while (isFirst ? service.calls.length === 0 : upstream.requests.length < 2) await setImmediate();
      named(DatasetName)(request, response);
    });
    await using service = gatewayTo(upstream.url);

    const { extensions } = await ask(
      service.gateway,
      `{ slow: ${photos} { createTime } fast: ${photos.replace("photos", "films")} { createTime } }`,
    );

    expect(service.calls.map(({ requestId }) => requestId)).toEqual(["films", "photos"]);
    expect(extensions!.imm.calls.map(({ requestId }) => requestId)).toEqual(["photos", "films"]);
  });

  it("is empty where nothing was called", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");

    expect(await ask(service.gateway, "{ __typename }")).toEqual({
      data: { __typename: "Query" },
      extensions: { imm: { calls: [] } },
    });
  });

  it.each([{}, { "x-imm-trace-calls": "0" }, { "x-imm-trace-calls": "true" }])(
    "is left out unless the request asks for it: %j",
    async (headers) => {
      await using service = await startSeededGateway("photos");

      expect(
        await ask(service.gateway, `{ ${photos} { datasetName } }`, headers as Record<string, string>),
      ).toEqual({
        data: { dataset: { datasetName: "photos" } },
      });
    },
  );

  it("is left out where the gateway doesn't allow it", async () => {
    await using service = await startSeededGateway("photos");
    const gateway = createGateway({
      imm: { for: () => service.imm, abort: () => {}, [Symbol.asyncDispose]: () => Promise.resolve() },
    });

    expect(await ask(gateway, `{ ${photos} { datasetName } }`)).toEqual({
      data: { dataset: { datasetName: "photos" } },
    });
  });
});
