import { createServer } from "node:http";
import { loadGraphQLSchemaFromJSONSchemas } from "@omnigraph/json-schema";
import { createYoga } from "graphql-yoga";
import { announce } from "./announce.ts";

// GraphQL Mesh's handler of JSON schemas, before it the server that Mesh serves with. It can't sign, so its calls go
// out without a signature, and it bears IMM's names.

const text = { type: "string" } as const;
const count = { type: "integer" } as const;
const long = { type: "integer", format: "int64" } as const;
const list = (items: object) => ({ type: "array", items }) as const;
const object = (title: string, properties: object) => ({ type: "object", title, properties }) as const;

const settings = {
  ProjectName: text,
  DatasetName: text,
  Description: text,
  TemplateId: text,
  DatasetMaxBindCount: count,
  DatasetMaxFileCount: count,
  DatasetMaxEntityCount: long,
  DatasetMaxRelationCount: long,
  DatasetMaxTotalFileSize: long,
};

const dataset = object("Dataset", {
  ...settings,
  CreateTime: text,
  UpdateTime: text,
  BindCount: count,
  FileCount: long,
  TotalFileSize: long,
  ClusterType: text,
  SmartClusterTaskStatus: object("DatasetTaskStatus", {
    Status: text,
    StartTime: text,
    LastSucceededTime: text,
  }),
  WorkflowParameters: list(object("WorkflowParameter", { Name: text, Value: text })),
});

const schema = await loadGraphQLSchemaFromJSONSchemas("Imm", {
  endpoint: process.env["IMM_ENDPOINT"]!,
  queryParams: { Version: "2020-09-30" },
  operations: [
    {
      type: "Query",
      field: "dataset",
      method: "POST",
      path: "/?Action=GetDataset&WithStatistics=true",
      queryParamArgMap: { ProjectName: "projectName", DatasetName: "datasetName" },
      requiredArgs: ["projectName", "datasetName"],
      responseSchema: object("GetDatasetReply", { RequestId: text, Dataset: dataset }),
    },
    {
      type: "Query",
      field: "datasets",
      method: "POST",
      path: "/?Action=ListDatasets",
      queryParamArgMap: { ProjectName: "projectName", MaxResults: "first", NextToken: "after" },
      argTypeMap: { first: count },
      requiredArgs: ["projectName"],
      responseSchema: object("ListDatasetsReply", {
        RequestId: text,
        NextToken: text,
        Datasets: list(dataset),
      }),
    },
    {
      type: "Mutation",
      field: "createDataset",
      method: "POST",
      path: "/?Action=CreateDataset",
      // An argument by the name of `input` would be sent as a body too.
      queryParamArgMap: { settings: "settings" },
      queryStringOptionsByParam: { settings: { destructObject: true } },
      argTypeMap: { settings: object("CreateDataset", settings) },
      requiredArgs: ["settings"],
      responseSchema: object("CreateDatasetReply", { RequestId: text, Dataset: dataset }),
    },
  ],
});

const server = createServer(createYoga({ schema, logging: false, graphiql: false }));
server.listen(0, "127.0.0.1", () => announce(server));
