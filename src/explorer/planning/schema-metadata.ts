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
      "datasets": "ListDatasets",
      "tasks": "ListTasks"
    },
    "Query": {
      "dataset": "GetDataset",
      "datasets": "ListDatasets",
      "project": "GetProject",
      "projects": "ListProjects",
      "task": "GetTask"
    },
    "Task": {
      "project": "GetProject"
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
        "tasks",
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
    },
    "Task": {
      "action": "GetTask",
      "key": [
        "ProjectName",
        "TaskType",
        "TaskId"
      ],
      "keyFields": [
        "__typename",
        "id",
        "project",
        "projectName",
        "taskType",
        "taskId"
      ],
      "details": [
        {
          "fields": [
            "taskRequestDefinition"
          ],
          "parameter": "RequestDefinition",
          "inLists": true
        },
        {
          "fields": [
            "eventId"
          ],
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
    "ListTasks": {
      "max": 100,
      "default": 100
    },
    "ListProjects": {
      "max": 200,
      "default": 100
    }
  },
  "enums": {
    "SortOrder": {
      "ASC": "asc",
      "DESC": "desc"
    },
    "TaskSort": {
      "END_TIME": "EndTime",
      "START_TIME": "StartTime",
      "TASK_ID": "TaskId"
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
