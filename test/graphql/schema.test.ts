import { readFile } from "node:fs/promises";
import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type IntrospectionQuery,
} from "graphql";
import { describe, expect, it } from "vitest";
import type { TypeCalls } from "../../src/contract/calls.ts";
import { contract, parametersOf, replyOf } from "../../src/contract/contract.ts";
import { graphName } from "../../src/contract/names.ts";
import type { Action } from "../../src/contract/wire.ts";
import { schemaMetadata } from "../../src/explorer/planning/schema-metadata.ts";
import { schema } from "../../src/graphql/schema.ts";
import { callsOf, type FieldCalls } from "../../src/graphql/schema/action-extensions.ts";
import { gatewayTo } from "../support/gateway/gateway.ts";

const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("_"));

function fieldsOf(name: string): string[] {
  const type = schema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()).toSorted() : [];
}

/** Every path of the schema that a person can meet, with its description. */
function* described(type: GraphQLNamedType): Generator<[string, string | null | undefined]> {
  yield [type.name, type.description];
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    if (field.name.startsWith("_")) continue;
    yield [`${type.name}.${field.name}`, field.description];
    for (const argument of "args" in field ? field.args : []) {
      yield [`${type.name}.${field.name}(${argument.name}:)`, argument.description];
    }
  }
}

describe("the schema", () => {
  it("describes every type, field and argument", () => {
    const silent = own.flatMap((type) => [...described(type)]).filter(([, description]) => !description);

    expect(silent).toEqual([]);
  });

  it("gives fields of one name one response shape in every object, so that fragments merge", () => {
    const types = new Map<string, Set<string>>();
    for (const type of own.filter(isObjectType)) {
      // A root's field is named for the thing that it answers, an aggregate's for what it is of: neither is ever selected
      // beside that of a thing.
      if (["Mutation", "Query"].includes(type.name) || /(?:Connection|Edge|Aggregate)$/.test(type.name))
        continue;
      for (const { name, type: fieldType } of Object.values(type.getFields())) {
        const named = getNamedType(fieldType);
        // Validation merges objects by their fields.
        const shape = String(fieldType)
          .replace(named.name, isLeafType(named) ? named.name : "object")
          .replaceAll("!", "");
        types.set(name, (types.get(name) ?? new Set()).add(shape));
      }
    }

    expect([...types].filter(([, names]) => names.size > 1)).toEqual([]);
  });

  it("says of each root field which action it calls, or leaves that to the type of what is asked for", () => {
    const fields = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
      Object.values(type.getFields()).filter(
        ({ name }) => !["_service", "node", "viewer", "_entities"].includes(name),
      ),
    );
    const entities = own.filter((type) => isObjectType(type) && type.getInterfaces().length > 0);

    const said = [...fields, ...entities].map(({ name, extensions }) => [
      name,
      (extensions["imm"] as { action: Action } | undefined)?.action,
    ]);

    const queries = Object.keys(schema.getQueryType()!.getFields());
    expect(schemaMetadata.fields["Query"]).toEqual(
      Object.fromEntries(said.filter(([name = ""]) => queries.includes(name))),
    );
    expect(schemaMetadata.types["Dataset"]).toEqual(schema.getType("Dataset")?.extensions["imm"]);
    expect(said.filter(([, action]) => !Object.hasOwn(contract.operations, action ?? ""))).toEqual([]);
    expect(said).toEqual(
      expect.arrayContaining([
        ["createDataset", "CreateDataset"],
        ["datasets", "ListDatasets"],
        ["Dataset", "GetDataset"],
      ]),
    );
  });

  it("has a scalar for each limit that IMM documents", () => {
    const scalars = own
      .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
      .map(({ name }) => name);

    expect(scalars.toSorted()).toEqual([
      "AttachmentDescription",
      "BucketName",
      "BucketUri",
      "Count",
      "DatasetMaxBindCount",
      "DatasetMaxEntityCount",
      "DatasetMaxFileCount",
      "DatasetMaxRelationCount",
      "DatasetMaxTotalFileSize",
      "DatasetName",
      "DateTime",
      "Description",
      "FileUri",
      "Long",
      "Prefix",
      "ProjectMaxDatasetCount",
      "ProjectName",
      "SearchText",
      "TagKey",
      "Text",
      "UserData",
    ]);
  });

  it.each<[Action, string]>([
    ["CreateDataset", "CreateDatasetInput"],
    ["UpdateDataset", "UpdateDatasetInput"],
    ["DeleteDataset", "DeleteDatasetInput"],
    ["CreateProject", "CreateProjectInput"],
    ["UpdateProject", "UpdateProjectInput"],
    ["DeleteProject", "DeleteProjectInput"],
    ["CreateBinding", "CreateBindingInput"],
    ["DeleteBinding", "DeleteBindingInput"],
    ["AttachOSSBucket", "AttachOssBucketInput"],
    ["DetachOSSBucket", "DetachOssBucketInput"],
  ])("takes every parameter of %s in %s", (action, input) => {
    expect(fieldsOf(input)).toEqual(Object.keys(parametersOf(action)).map(graphName).toSorted());
  });

  it.each<[string, Action, string[]]>([
    ["dataset", "GetDataset", []],
    ["project", "GetProject", []],
    ["binding", "GetBinding", []],
    ["ossBucketAttachment", "GetOSSBucketAttachment", []],
    ["datasets", "ListDatasets", ["after", "first"]],
    ["projects", "ListProjects", ["after", "first"]],
  ])("takes every parameter of %s that the selection doesn't stand for", (query, action, paging) => {
    const stoodFor = new Set(["WithStatistics", "MaxResults", "NextToken"]);
    const parameters = Object.keys(parametersOf(action)).filter((name) => !stoodFor.has(name));
    const { args } = schema.getQueryType()!.getFields()[query]!;

    expect(args.map(({ name }) => name).toSorted()).toEqual(
      [...parameters.map(graphName), ...paging].toSorted(),
    );
  });

  it("has every field of a Task, and takes every parameter of its list", () => {
    const fields = Object.keys(replyOf("GetTask")).map(graphName);
    const parameters = Object.keys(parametersOf("ListTasks")).map(graphName);
    const { args } = (schema.getType("Project") as GraphQLObjectType).getFields()["tasks"]!;
    const stoodFor = new Set(["maxResults", "nextToken", "projectName", "requestDefinition"]);

    expect(fieldsOf("Task")).toEqual(
      [...fields.filter((name) => name !== "requestId"), "id", "project"].toSorted(),
    );
    expect(args.map(({ name }) => name).toSorted()).toEqual(
      [...parameters.filter((name) => !stoodFor.has(name)), "after", "first"].toSorted(),
    );
  });

  it("has every field of a Binding, and takes every parameter of its list", () => {
    const fields = Object.keys(contract.models["Binding"]!).map(graphName);
    const { args } = (schema.getType("Dataset") as GraphQLObjectType).getFields()["bindings"]!;

    // A caller's `reason` is an enum.
    const renamed = fields.map((name) => (name === "reason" ? "bindingReason" : name));
    expect(fieldsOf("Binding")).toEqual([...renamed, "dataset", "id"].toSorted());
    expect(args.map(({ name }) => name)).toEqual(["after", "first", "name"]);
  });

  it("has every field of an attached bucket, and pages of them", () => {
    const listed = Object.keys(contract.models["ListAttachedOSSBucketsResponseBodyAttachedOSSBuckets"]!).map(
      graphName,
    );
    const { args } = (schema.getType("Project") as GraphQLObjectType).getFields()["attachedOssBuckets"]!;

    expect(fieldsOf("OssBucketAttachment")).toEqual([...listed, "id"].toSorted());
    expect(args.map(({ name }) => name)).toEqual(["after", "first"]);
  });

  it("answers without a read what an object's key is enough for: its key, and what is listed or read by it", () => {
    for (const type of own.filter(isObjectType).filter((each) => each.getInterfaces().length > 0)) {
      const { key, keyFields } = callsOf<TypeCalls>(type)!;
      const byKey = Object.values(type.getFields()).filter((field) => callsOf<FieldCalls>(field));
      const names = ["__typename", "id", ...key.map(graphName), ...byKey.map(({ name }) => name)];

      expect([type.name, keyFields.toSorted()]).toEqual([type.name, names.toSorted()]);
    }
  });

  it.each(["Dataset", "Project", "DatasetTaskStatus", "WorkflowParameter"])(
    "has every field of a %s",
    (model) => {
      const expected = Object.keys(contract.models[model]!).map(graphName);
      const added =
        {
          Dataset: [
            ...[
              "aggregate",
              "bindings",
              "file",
              "files",
              "id",
              "project",
              "query",
              "search",
              "semanticSearch",
            ],
          ],
          Project: ["attachedOssBuckets", "datasets", "id", "tasks"],
        }[model] ?? [];

      expect(fieldsOf(model)).toEqual([...expected, ...added].toSorted());
    },
  );

  it("has every field of a File, and what it reads of them", () => {
    const renamed = new Map([
      ["reason", "fileReason"],
      ["startTime", "fileStartTime"],
    ]);
    const fields = Object.keys(contract.models["File"]!).map(graphName);

    expect(fieldsOf("File")).toEqual(
      [
        ...fields.map((name) => renamed.get(name) ?? name),
        ...["coordinates", "customLabel", "dataset", "exifTag", "exifTags", "id"],
      ].toSorted(),
    );
  });

  it.each([
    ...["Address", "AudioStream", "Boundary", "Clip", "CroppingSuggestion", "Element", "ElementContent"],
    ...["ElementRelation", "Figure", "HeadPose", "Image", "ImageInsight", "ImageScore", "Insights", "Label"],
    ...["OCRContents", "PointInt64", "SceneElement", "SubtitleStream", "VideoInsight", "VideoStream"],
  ])("has every field of a file's %s", (model) => {
    const isStream = model.endsWith("Stream");
    const fields = Object.keys(contract.models[model]!).map((name) =>
      isStream && name === "StartTime" ? "streamStartTime" : graphName(name),
    );
    const added = model === "Image" ? ["exifTag", "exifTags"] : [];

    expect(fieldsOf(model === "OCRContents" ? "OcrContents" : model)).toEqual(
      [...fields, ...added].toSorted(),
    );
  });

  it.each<Action>(["CreateDataset", "UpdateDataset", "CreateProject", "UpdateProject", "CreateBinding"])(
    "answers a %s with all of IMM's envelope",
    (action) => {
      const added = action.startsWith("Create") ? ["reconciled"] : [];
      const expected = [...Object.keys(replyOf(action)).map(graphName), ...added];

      expect(fieldsOf(`${action}Payload`)).toEqual(expected.toSorted());
    },
  );

  it("is committed as it is served, but for what only routers ask for", async () => {
    await using service = gatewayTo("http://127.0.0.1:1");
    const committed = buildSchema(await readFile("schema/schema.graphql", "utf8"));

    const { data } = await service.send<IntrospectionQuery, never>(
      getIntrospectionQuery({ inputValueDeprecation: true }),
    );

    const served = mapSchema(buildClientSchema(data!), {
      [MapperKind.TYPE]: (type) => (type.name.startsWith("_") ? null : undefined),
      [MapperKind.ROOT_FIELD]: (_field, name) => (name.startsWith("_") ? null : undefined),
    });
    expect(printSchema(lexicographicSortSchema(served))).toBe(
      printSchema(lexicographicSortSchema(committed)),
    );
  });
});
