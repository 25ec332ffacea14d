import { readFile } from "node:fs/promises";
import {
  assertCompositionSuccess,
  composeSchemaContract,
  transformSupergraphToPublicSchema,
} from "@theguild/federation-composition";
import { buildASTSchema, Kind, parse, visit, type ConstDirectiveNode } from "graphql";
import { beforeAll, describe, expect, it } from "vitest";
import { contract } from "../../../src/contract/contract.ts";
import { schema } from "../../../src/graphql/schema.ts";
import { callsOf, type FieldCalls } from "../../../src/graphql/schema/action-extensions.ts";
import type { Renames } from "../../../src/graphql/subgraph/renames.ts";
import { subgraphOf } from "../../../src/graphql/subgraph/subgraph.ts";
import { composers, normalized } from "../../support/federation/composers.ts";
import { gatewayTo, startTestGateway, type TestGateway } from "../../support/gateway/gateway.ts";
import { subscribe } from "../../support/gateway/subscribe.ts";
import { startFileUpstream } from "../../support/upstream/file-upstream.ts";

const committed = await readFile("schema/subgraph.graphql", "utf8");

async function sdlOf(service: TestGateway): Promise<string> {
  const { data } = await service.send<{ _service: { sdl: string } }, never>("{ _service { sdl } }");
  return data!._service.sdl;
}

const at = (name: string, sdl: string) => ({ name, url: `http://${name}.test/graphql`, sdl });

/** Where a directive stands, as `Type` or `Type.field`, with its arguments. */
function usesOf(name: string): string[] {
  const uses: string[] = [];
  const collect = (place: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives.filter((one) => one.name.value === name)) {
      const values = directive.arguments!.map(({ value }) => (value.kind === Kind.STRING ? value.value : ""));
      uses.push([place, ...values].join(" "));
    }
  };
  visit(parse(committed), {
    enter(node) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INPUT_OBJECT_TYPE_DEFINITION)
        return;
      collect(node.name.value, node.directives);
      for (const field of node.fields ?? [])
        collect(`${node.name.value}.${field.name.value}`, field.directives);
    },
  });
  return uses;
}

describe("the subgraph", () => {
  it("tells the SDL that is committed", async () => {
    await using service = gatewayTo("http://127.0.0.1:1", { subgraph: {} });

    expect(`${await sdlOf(service)}\n`).toBe(committed);
    expect(committed).toContain('@link(url: "https://specs.apollo.dev/federation/v2.6"');
  });

  it("has two keys of each entity", () => {
    expect(usesOf("key")).toEqual([
      "Binding projectName datasetName uri",
      "Binding id",
      "Dataset projectName datasetName",
      "Dataset id",
      "File projectName datasetName uri",
      "File id",
      "OssBucketAttachment ossBucket",
      "OssBucketAttachment id",
      "Project projectName",
      "Project id",
      "Task projectName taskType taskId",
      "Task id",
    ]);
  });

  it("shares what every graph with connections has", () => {
    expect(usesOf("shareable")).toEqual(["PageInfo"]);
  });

  it("tags each root field by the access that RAM calls it", () => {
    const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!].flatMap(
      (root) =>
        Object.values(root.getFields()).flatMap((field) => {
          const action = callsOf<FieldCalls>(field)?.action;
          return action ? [`${root.name}.${field.name} imm-${contract.operations[action].access}`] : [];
        }),
    );

    expect(roots).toHaveLength(25);
    expect(usesOf("tag").toSorted()).toEqual(
      [
        ...roots,
        "AttachOssBucketPayload.ossBucketAttachment imm-get",
        "Binding.dataset imm-get",
        "Dataset.aggregate imm-list",
        "Dataset.bindings imm-list",
        "Dataset.file imm-get",
        "Dataset.files imm-get",
        "Dataset.project imm-get",
        "Dataset.query imm-list",
        "Dataset.search imm-list",
        "Dataset.semanticSearch imm-list",
        "File.dataset imm-get",
        "FileUpdateOutcome.file imm-get",
        "UpdateFileMetaPayload.file imm-get",
        "Project.attachedOssBuckets imm-list",
        "Project.datasets imm-list",
        "Project.tasks imm-list",
        "Task.project imm-get",
      ].toSorted(),
    );
  });

  it("keeps from a supergraph's clients what has no effect", () => {
    expect(usesOf("inaccessible")).toEqual([
      "CreateDatasetInput.workflowParameters",
      "Dataset.workflowParameters",
      "UpdateDatasetInput.workflowParameters",
      "WorkflowParameter",
      "WorkflowParameterInput",
    ]);
  });

  it("leaves contracts without what their tags exclude", () => {
    const exclude = new Set(["imm-create", "imm-update", "imm-delete"]);
    const services = [{ name: "imm", url: "http://imm.test/graphql", typeDefs: parse(committed) }];

    const result = composeSchemaContract(services, { include: new Set(), exclude }, true);

    assertCompositionSuccess(result);
    const client = buildASTSchema(transformSupergraphToPublicSchema(parse(result.supergraphSdl)));
    expect(client.getMutationType()).toBeUndefined();
    expect(client.getType("CreateDatasetInput")).toBeUndefined();
    expect(Object.keys(client.getQueryType()!.getFields())).toEqual([
      ...["binding", "dataset", "datasets", "file", "ossBucketAttachment", "project", "projects", "task"],
    ]);
  });
});

describe("beside a subgraph with the same names", () => {
  const renames = { Project: "ImmProject", "Query.project": "immProject" };
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key"])\n`;

  let standalone: string;
  let renamed: string;
  beforeAll(async () => {
    await using alone = gatewayTo("http://127.0.0.1:1");
    await using other = gatewayTo("http://127.0.0.1:1", { subgraph: { renames } });
    standalone = await sdlOf(alone);
    renamed = await sdlOf(other);
  });

  it.each(composers)("leaves Query.node to it, where the graph doesn't stand alone: %s", (_name, compose) => {
    const photos = at(
      "photos",
      `${link} interface Node { id: ID! } type Photo implements Node @key(fields: "id") { id: ID! }
       type Query { node(id: ID!): Node }`,
    );

    expect(compose([at("imm", standalone), photos]).errors).not.toEqual([]);
    const { errors, schema: composed } = compose([at("imm", committed), photos]);

    expect(errors).toEqual([]);
    expect(
      composed!
        .getPossibleTypes(composed!.getType("Node") as never)
        .map(String)
        .toSorted(),
    ).toEqual([...["Binding", "Dataset", "File", "OssBucketAttachment", "Photo", "Project", "Task"]]);
  });

  it.each(composers)("composes with new names where its own are taken: %s", (_name, compose) => {
    const builds = at(
      "builds",
      `${link} type Project @key(fields: "slug") { slug: ID! } scalar DateTime
       type Query { project(slug: ID!): Project }`,
    );

    expect(compose([at("imm", committed), builds]).errors).not.toEqual([]);
    const { errors, schema: composed } = compose([at("imm", renamed), builds]);

    expect(errors).toEqual([]);
    const sdl = normalized(composed!);
    expect(sdl).toContain("immProject(");
    expect(sdl).toContain("project(slug: ID!): Project\n");
    expect(sdl).toContain("project: ImmProject\n");
  });
});

describe("a subgraph with new names", () => {
  const renames = {
    Dataset: "ImmDataset",
    Project: "ImmProject",
    DateTime: "ImmTime",
    CreateProjectInput: "CreateImmProjectInput",
    "Query.project": "immProject",
    "Query.datasets": "immDatasets",
    "Mutation.createProject": "createImmProject",
  };

  it("works as under its own, for as few calls", async () => {
    await using service = await startTestGateway({ subgraph: { renames } });

    const created = await service.send(
      `mutation ($input: CreateImmProjectInput!) {
        createImmProject(input: $input) { project { __typename id createTime } }
        createDataset(input: { projectName: "atlas", datasetName: "a" }) { dataset { __typename id } }
      }`,
      { input: { projectName: "atlas" } },
    );
    expect(created).toMatchObject({
      data: {
        createImmProject: { project: { __typename: "ImmProject", id: "UHJvamVjdDphdGxhcw==" } },
        createDataset: { dataset: { __typename: "ImmDataset", id: "RGF0YXNldDphdGxhcy9h" } },
      },
    });

    service.calls.length = 0;
    const read = await service.send(
      `query ($representations: [_Any!]!) {
        immProject(projectName: "atlas") { ... on ImmProject { ... on Node { id } fileCount } }
        immDatasets(projectName: "atlas") { nodes { __typename datasetName project { id } } }
        _entities(representations: $representations) {
          ... on ImmDataset { datasetName project { projectName } }
          ... on ImmProject { projectName totalFileSize }
        }
      }`,
      {
        representations: [
          { __typename: "ImmDataset", projectName: "atlas", datasetName: "a" },
          { __typename: "ImmProject", id: "UHJvamVjdDphdGxhcw==" },
        ],
      },
    );

    const project = { id: "UHJvamVjdDphdGxhcw==" };
    expect(read).toEqual({
      data: {
        immProject: { ...project, fileCount: "0" },
        immDatasets: { nodes: [{ __typename: "ImmDataset", datasetName: "a", project }] },
        _entities: [
          { datasetName: "a", project: { projectName: "atlas" } },
          { projectName: "atlas", totalFileSize: "0" },
        ],
      },
    });
    expect(service.calls.map(({ action, params }) => [action, params]).toSorted()).toEqual([
      ["GetProject", { ProjectName: "atlas", WithStatistics: true }],
      ["ListDatasets", { ProjectName: "atlas", MaxResults: 100 }],
    ]);
  });

  it("has subscriptions under theirs", async () => {
    const uri = "oss://photos/a.jpg";
    await using upstream = await startFileUpstream({
      files: { [uri]: { ObjectStatus: "Indexed", Size: 1 } },
    });
    await using service = gatewayTo(upstream.url, {
      subgraph: { renames: { File: "ImmFile", "Subscription.fileIndexed": "immFileIndexed" } },
    });

    const stream = await subscribe(service.gateway, {
      query: `subscription {
        immFileIndexed(projectName: "atlas", datasetName: "photos", uris: ["${uri}"]) { __typename uri size }
      }`,
    });

    const immFileIndexed = { __typename: "ImmFile", uri, size: "1" };
    expect(await stream.rest()).toEqual([
      { event: "next", data: { data: { immFileIndexed } } },
      { event: "complete" },
    ]);
  });

  it("tells the types that representations may have by their new names", async () => {
    await using service = gatewayTo("http://127.0.0.1:1", { subgraph: { renames } });

    const { errors } = await service.send(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }`,
      { representations: [{ __typename: "Project", projectName: "atlas" }] },
    );

    expect(errors).toMatchObject([
      { extensions: { allowed: "Binding, ImmDataset, File, OssBucketAttachment, ImmProject, Task" } },
    ]);
  });

  it.each<[Renames, string]>([
    [
      { Nothing: "Something" },
      "Nothing: the graph has no type or root field of that name that could be renamed.",
    ],
    [{ "Query.node": "immNode" }, "Query.node: the graph has no type or root field"],
    [{ "Query._entities": "entities" }, "Query._entities: the graph has no type or root field"],
    [{ "Dataset.datasetName": "name" }, "Dataset.datasetName: the graph has no type or root field"],
    [{ String: "Text2" }, "String: the graph has no type or root field"],
    [{ Query: "Root" }, "Query: the graph has no type or root field"],
    [{ Subscription: "Root" }, "Subscription: the graph has no type or root field"],
    [{ "Subscription.fileIndexed": "a b" }, 'Subscription.fileIndexed: "a b" is no name for it.'],
    [{ Project: "Dataset" }, "Project: Dataset is the name of Dataset already."],
    [{ Project: "X", Dataset: "X" }, "Project: X is the name of Dataset already."],
    [{ "Query.project": "projects" }, "Query.project: projects is the name of Query.projects already."],
    [{ Project: "Subscription" }, "Project: Subscription is the name of Subscription already."],
    [{ "Query.project": "node" }, "Query.project: node is the name of Query.node already."],
    [{ Project: "federation__FieldSet" }, 'Project: "federation__FieldSet" is no name for it.'],
    [{ Project: "9lives" }, 'Project: "9lives" is no name for it.'],
    [{ Project: "__Project" }, 'Project: "__Project" is no name for it.'],
  ])("is refused for %j", (bad, message) => {
    expect(() => subgraphOf(bad)).toThrow(message);
  });

  it("may swap two names", () => {
    const swapped = subgraphOf({ Project: "Dataset", Dataset: "Project" });

    expect(
      Object.keys((swapped.getType("Dataset") as never as { getFields(): object }).getFields()),
    ).toContain("projectMaxDatasetCount");
  });
});
