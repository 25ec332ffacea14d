// Made by codegen.ts from src/graphql. Never edited.

import type { SchemaMetadata } from "./schema-metadata-types.ts";

export const schemaMetadata: SchemaMetadata = {
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
      "key": [
        "ProjectName",
        "DatasetName"
      ],
      "keyFields": [
        "__typename",
        "id",
        "project",
        "projectName",
        "datasetName"
      ],
      "details": [
        {
          "fields": [
            "fileCount",
            "totalFileSize"
          ],
          "parameter": "WithStatistics",
          "inLists": false
        }
      ]
    },
    "Project": {
      "action": "GetProject",
      "key": [
        "ProjectName"
      ],
      "keyFields": [
        "__typename",
        "datasets",
        "id",
        "projectName"
      ],
      "details": [
        {
          "fields": [
            "fileCount",
            "totalFileSize"
          ],
          "parameter": "WithStatistics",
          "inLists": false
        }
      ]
    }
  },
  "pages": {
    "ListDatasets": {
      "max": 200,
      "default": 100
    },
    "ListProjects": {
      "max": 200,
      "default": 100
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
