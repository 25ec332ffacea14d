import { describe, expect, it } from "vitest";
import { graphql } from "../../generated/index.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";
import { json, startUpstream, type Responder } from "../../support/upstream/upstream.ts";

const Entities = graphql(`
  query Entities($representations: [_Any!]!, $counted: Boolean = false) {
    _entities(representations: $representations) {
      __typename
      ... on Dataset {
        projectName
        datasetName
        templateId
        fileCount @include(if: $counted)
      }
      ... on Project {
        projectName
        datasetMaxBindCount
      }
    }
  }
`);

const Keys = graphql(`
  query EntityKeys($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Dataset {
        __typename
        id
        projectName
        datasetName
        project {
          projectName
        }
      }
      ... on Project {
        __typename
        id
        projectName
      }
    }
  }
`);

const dataset = (datasetName: string) => ({ __typename: "Dataset", projectName: "atlas", datasetName });

describe("entities", () => {
  it("are read by their keys, in the order that was asked for", async () => {
    await using service = await startSeededGateway("a", "b");

    const { data } = await service.send(Entities, {
      representations: [dataset("b"), { __typename: "Project", projectName: "atlas" }, dataset("a")],
    });

    expect(data?._entities).toEqual([
      { __typename: "Dataset", projectName: "atlas", datasetName: "b", templateId: "" },
      { __typename: "Project", projectName: "atlas", datasetMaxBindCount: 10 },
      { __typename: "Dataset", projectName: "atlas", datasetName: "a", templateId: "" },
    ]);
    expect(service.calls.map(({ action }) => action).toSorted()).toEqual([
      "GetDataset",
      "GetDataset",
      "GetProject",
    ]);
  });

  it("cost no call where a key is all that is selected", async () => {
    await using service = await startSeededGateway("a");

    const { data } = await service.send(Keys, {
      representations: [dataset("a"), { __typename: "Project", projectName: "atlas" }],
    });

    expect(data?._entities).toEqual([
      {
        __typename: "Dataset",
        id: "RGF0YXNldDphdGxhcy9h",
        projectName: "atlas",
        datasetName: "a",
        project: { projectName: "atlas" },
      },
      { __typename: "Project", id: "UHJvamVjdDphdGxhcw==", projectName: "atlas" },
    ]);
    expect(service.calls).toEqual([]);
  });

  it("are read once for all representations of one dataset", async () => {
    await using service = await startSeededGateway("a");

    const { data } = await service.send(Entities, {
      representations: [dataset("a"), dataset("a"), dataset("a")],
      counted: true,
    });

    expect(data?._entities).toHaveLength(3);
    expect(service.calls.map(({ params }) => params)).toEqual([
      { ProjectName: "atlas", DatasetName: "a", WithStatistics: true },
    ]);
  });

  it("err alone where a key is missing or no name, a type unknown or no entity, and are null where there is nothing", async () => {
    await using service = await startSeededGateway("a");

    const { data, errors } = await service.send(Entities, {
      representations: [
        { __typename: "Dataset", projectName: "atlas" },
        { __typename: "Nonsense" },
        dataset("a"),
        { __typename: "PageInfo" },
        dataset("none"),
        { __typename: "Dataset", projectName: "atlas", datasetName: "9lives" },
        { projectName: "atlas" },
      ],
    });

    expect(data?._entities?.map((entity) => entity?.__typename ?? null)).toEqual([
      null,
      null,
      "Dataset",
      null,
      null,
      null,
      null,
    ]);
    expect(errors?.map(({ path, extensions }) => [path?.[1], extensions.code, extensions.field])).toEqual([
      [0, "BAD_USER_INPUT", "representations.datasetName"],
      [1, "BAD_USER_INPUT", "representations.__typename"],
      [3, "BAD_USER_INPUT", "representations.__typename"],
      [5, "BAD_USER_INPUT", "representations.datasetName"],
      [6, "BAD_USER_INPUT", "representations.__typename"],
    ]);
    expect(service.calls).toHaveLength(2);
  });

  it("are read by their ids as by their names, whatever they are named here", async () => {
    await using service = await startSeededGateway("a");
    const representations = [
      { __typename: "Dataset", id: "RGF0YXNldDphdGxhcy9h" },
      { __typename: "Project", id: "UHJvamVjdDphdGxhcw==" },
    ];

    const keys = await service.send(Keys, { representations });
    expect(keys.data?._entities).toMatchObject([
      { projectName: "atlas", datasetName: "a", project: { projectName: "atlas" } },
      { projectName: "atlas" },
    ]);
    expect(service.calls).toEqual([]);

    const { data } = await service.send(Entities, { representations: [...representations, dataset("a")] });
    expect(data?._entities).toMatchObject([
      { templateId: "" },
      { datasetMaxBindCount: 10 },
      { templateId: "" },
    ]);
    expect(service.calls.map(({ action }) => action).toSorted()).toEqual(["GetDataset", "GetProject"]);
  });

  it("err alone where an id is none of that type", async () => {
    await using service = await startSeededGateway("a");
    const byId = (id: unknown) => ({ __typename: "Dataset", id });

    const { data, errors } = await service.send(Entities, {
      representations: [
        byId("UHJvamVjdDphdGxhcw=="),
        byId("nonsense"),
        byId(7),
        byId({ toString: 1 }),
        byId(["RGF0YXNldDphdGxhcy9h"]),
        byId("RGF0YXNldDphdGxhcy9hL2I="),
        byId("RGF0YXNldDphdGxhcy9h"),
      ],
    });

    expect(data?._entities?.map((entity) => entity?.__typename)).toEqual([
      ...[undefined, undefined, undefined, undefined, undefined, undefined],
      "Dataset",
    ]);
    expect(errors?.map(({ path, message }) => [path?.[1], message])).toEqual([
      [0, "representations.id: This is the id of a Project, not of a Dataset. Sent: UHJvamVjdDphdGxhcw==."],
      [1, "representations.id: This is no id that this graph answers. Sent: nonsense."],
      [2, "representations.id: An id is text. Sent: 7."],
      [3, 'representations.id: An id is text. Sent: {"toString":1}.'],
      [4, 'representations.id: An id is text. Sent: ["RGF0YXNldDphdGxhcy9h"].'],
      [5, "representations.id: This is no id that this graph answers. Sent: RGF0YXNldDphdGxhcy9hL2I=."],
    ]);
    expect(service.calls).toHaveLength(1);
  });

  it("of one request, 100 of them, are one wave of calls", async () => {
    const waiting: (() => void)[] = [];
    // Nothing is answered before everything is asked: in two waves this would never end.
    await using upstream = await startUpstream((request, response) => {
      const { ProjectName, DatasetName } = { ...request.query, ...request.form };
      waiting.push(() =>
        json(200, { Dataset: { ProjectName, DatasetName, TemplateId: DatasetName } })(request, response),
      );
      if (waiting.length === 100) for (const answer of waiting) answer();
    });
    await using service = gatewayTo(upstream.url);
    const warnings: string[] = [];
    const onWarning = ({ message }: Error) => warnings.push(message);
    process.on("warning", onWarning);
    const names = Array.from({ length: 100 }, (_, index) => `d${99 - index}`);

    const { data, errors } = await service.send(Entities, { representations: names.map(dataset) });

    expect(errors).toBeUndefined();
    expect(data?._entities).toMatchObject(
      names.map((name) => ({ projectName: "atlas", datasetName: name, templateId: name })),
    );
    expect(service.calls).toHaveLength(100);
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
  });

  it("of more than 100 in one request are refused before any call", async () => {
    await using service = await startSeededGateway("a");

    const answer = await service.send(Entities, {
      representations: Array.from({ length: 101 }, () => dataset("a")),
    });

    expect(answer).toEqual({
      data: null,
      errors: [
        {
          message:
            "A request may bring 100 representations: send the others in requests of their own. Asked: 101.",
          locations: [{ line: 2, column: 3 }],
          path: ["_entities"],
          extensions: { code: "OPERATION_TOO_LARGE", limit: "representations", asked: 101, allowed: 100 },
        },
      ],
    });
    expect(service.calls).toEqual([]);
  });

  it("of more than 100 are refused also where aliases and fragments share them out, each counted once", async () => {
    await using service = await startSeededGateway("a");
    const names = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => dataset(`d${from + index}`));
    const split = `
      query ($one: [_Any!]!, $two: [_Any!]!, $skip: Boolean = false) {
        one: _entities(representations: $one) { ... on Dataset { templateId } }
        ...More @skip(if: $skip)
      }
      fragment More on Query {
        two: _entities(representations: $two) { ... on Dataset { description } }
      }`;

    const refused = await service.send(split, { one: names(0, 60), two: names(59, 42) });
    expect(refused).toMatchObject({
      data: null,
      errors: [{ extensions: { code: "OPERATION_TOO_LARGE", asked: 101, allowed: 100 } }],
    });
    expect(service.calls).toEqual([]);

    const shared = await service.send(split, { one: names(0, 60), two: names(20, 80) });
    expect(shared.errors).toBeUndefined();
    expect(service.calls).toHaveLength(100);

    service.calls.length = 0;
    const skipped = await service.send(split, { one: names(0, 60), two: names(59, 42), skip: true });
    expect(skipped.errors).toBeUndefined();
    expect(service.calls).toHaveLength(60);
  });

  it("are read by whichever key is whole", async () => {
    await using service = await startSeededGateway("a");
    const id = "RGF0YXNldDphdGxhcy9h";
    const representations = [
      { __typename: "Dataset", id, projectName: null, datasetName: null },
      { __typename: "Dataset", id, projectName: "atlas" },
      { ...dataset("a"), id: null },
      { ...dataset("a"), id: "another graph's" },
    ];

    const { data, errors } = await service.send(Keys, { representations });

    expect(errors).toBeUndefined();
    expect(data?._entities).toMatchObject(
      representations.map(() => ({ projectName: "atlas", datasetName: "a" })),
    );
  });

  it("err alone where RAM forbids one, and the rest is answered in its order", async () => {
    await using upstream = await startUpstream((request, response) => {
      const { ProjectName, DatasetName } = { ...request.query, ...request.form };
      const answers: Record<string, Responder> = {
        secret: json(403, { Code: "NoPermission", Message: "You are not authorized.", RequestId: "r" }),
        gone: json(400, {
          Code: "ResourceNotFound",
          Message: "The specified resource Dataset is not found.",
        }),
      };
      const found = json(200, { Dataset: { ProjectName, DatasetName, TemplateId: "t" } });
      (answers[DatasetName!] ?? found)(request, response);
    });
    await using service = gatewayTo(upstream.url);

    const { data, errors } = await service.send(Entities, {
      representations: ["a", "secret", "b", "gone", "c"].map(dataset),
    });

    expect(data?._entities?.map((entity) => entity && "datasetName" in entity && entity.datasetName)).toEqual(
      [...["a", null, "b", null, "c"]],
    );
    expect(
      errors?.map(({ path, extensions }) => [path, extensions.code, extensions.imm?.["requestId"]]),
    ).toEqual([[["_entities", 1], "FORBIDDEN", "r"]]);
  });
});
