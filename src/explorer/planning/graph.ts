// Made by codegen.ts from src/graphql. Never edited.

import type { Graph } from "./graph-shape.ts";

export const graph: Graph = {
  "fields": {
    "Dataset": {
      "project": "GetProject"
    },
    "Mutation": {
      "createDataset": "CreateDataset",
      "createProject": "CreateProject",
      "deleteDataset": "DeleteDataset",
      "deleteProject": "DeleteProject",
      "updateDataset": "UpdateDataset",
      "updateProject": "UpdateProject"
    },
    "Project": {
      "datasets": "ListDatasets"
    },
    "Query": {
      "dataset": "GetDataset",
      "datasets": "ListDatasets",
      "project": "GetProject",
      "projects": "ListProjects"
    }
  },
  "types": {
    "Dataset": {
      "action": "GetDataset",
      "keyFields": [
        "__typename",
        "datasetName",
        "id",
        "project",
        "projectName"
      ],
      "statistics": [
        "fileCount",
        "totalFileSize"
      ]
    },
    "Project": {
      "action": "GetProject",
      "keyFields": [
        "__typename",
        "datasets",
        "id",
        "projectName"
      ],
      "statistics": [
        "fileCount",
        "totalFileSize"
      ]
    }
  },
  "scalars": {
    "Count": "number",
    "DatasetMaxBindCount": "number",
    "DatasetMaxEntityCount": {
      "input": "number | string",
      "output": "string"
    },
    "DatasetMaxFileCount": "number",
    "DatasetMaxRelationCount": {
      "input": "number | string",
      "output": "string"
    },
    "DatasetMaxTotalFileSize": {
      "input": "number | string",
      "output": "string"
    },
    "DatasetName": "string",
    "DateTime": "string",
    "Description": "string",
    "Long": {
      "input": "number | string",
      "output": "string"
    },
    "Prefix": "string",
    "ProjectMaxDatasetCount": "number",
    "ProjectName": "string",
    "TagKey": "string",
    "Text": "string",
    "_Any": "Record<string, unknown>"
  }
};
