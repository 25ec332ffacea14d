// Made by codegen.ts from src/graphql. Never edited.

import type { SchemaMetadata } from "./schema-metadata-types.ts";

export const schemaMetadata: SchemaMetadata = {
  "fields": {
    "AttachOssBucketPayload": {
      "ossBucketAttachment": "GetOSSBucketAttachment"
    },
    "Binding": {
      "dataset": "GetDataset"
    },
    "Dataset": {
      "aggregate": "SimpleQuery",
      "bindings": "ListBindings",
      "file": "BatchGetFileMeta",
      "files": "BatchGetFileMeta",
      "project": "GetProject",
      "query": "SimpleQuery",
      "search": "FuzzyQuery",
      "semanticSearch": "SemanticQuery"
    },
    "File": {
      "dataset": "GetDataset"
    },
    "FileUpdateOutcome": {
      "file": "BatchGetFileMeta"
    },
    "Mutation": {
      "attachOssBucket": "AttachOSSBucket",
      "batchDeleteFileMeta": "BatchDeleteFileMeta",
      "batchIndexFileMeta": "BatchIndexFileMeta",
      "batchUpdateFileMeta": "BatchUpdateFileMeta",
      "createBinding": "CreateBinding",
      "createDataset": "CreateDataset",
      "createProject": "CreateProject",
      "deleteBinding": "DeleteBinding",
      "deleteDataset": "DeleteDataset",
      "deleteFileMeta": "DeleteFileMeta",
      "deleteProject": "DeleteProject",
      "detachOssBucket": "DetachOSSBucket",
      "indexFileMeta": "IndexFileMeta",
      "updateDataset": "UpdateDataset",
      "updateFileMeta": "UpdateFileMeta",
      "updateProject": "UpdateProject"
    },
    "Project": {
      "attachedOssBuckets": "ListAttachedOSSBuckets",
      "datasets": "ListDatasets",
      "tasks": "ListTasks"
    },
    "Query": {
      "binding": "GetBinding",
      "dataset": "GetDataset",
      "datasets": "ListDatasets",
      "file": "BatchGetFileMeta",
      "ossBucketAttachment": "GetOSSBucketAttachment",
      "project": "GetProject",
      "projects": "ListProjects",
      "task": "GetTask"
    },
    "Subscription": {
      "fileIndexed": "BatchGetFileMeta"
    },
    "Task": {
      "project": "GetProject"
    },
    "UpdateFileMetaPayload": {
      "file": "BatchGetFileMeta"
    }
  },
  "types": {
    "Binding": {
      "action": "GetBinding",
      "key": [
        "ProjectName",
        "DatasetName",
        "URI"
      ],
      "keyFields": [
        "__typename",
        "dataset",
        "id",
        "projectName",
        "datasetName",
        "uri"
      ],
      "details": []
    },
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
        "bindings",
        "file",
        "files",
        "aggregate",
        "query",
        "search",
        "semanticSearch",
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
    "File": {
      "action": "BatchGetFileMeta",
      "key": [
        "ProjectName",
        "DatasetName",
        "URI"
      ],
      "keyFields": [
        "__typename",
        "id",
        "dataset",
        "projectName",
        "datasetName",
        "uri"
      ],
      "details": [],
      "batch": {
        "part": "URI",
        "parameter": "URIs",
        "max": 100
      },
      "fieldList": {
        "parameter": "WithFields",
        "always": "URI",
        "wireNames": {
          "accessControlAllowOrigin": "AccessControlAllowOrigin",
          "accessControlRequestMethod": "AccessControlRequestMethod",
          "addresses": "Addresses",
          "album": "Album",
          "albumArtist": "AlbumArtist",
          "artist": "Artist",
          "audioCovers": "AudioCovers",
          "audioStreams": "AudioStreams",
          "bitrate": "Bitrate",
          "cacheControl": "CacheControl",
          "composer": "Composer",
          "contentDisposition": "ContentDisposition",
          "contentEncoding": "ContentEncoding",
          "contentLanguage": "ContentLanguage",
          "contentMd5": "ContentMd5",
          "contentType": "ContentType",
          "createTime": "CreateTime",
          "croppingSuggestions": "CroppingSuggestions",
          "customId": "CustomId",
          "customLabels": "CustomLabels",
          "datasetName": "DatasetName",
          "duration": "Duration",
          "eTag": "ETag",
          "exif": "EXIF",
          "elements": "Elements",
          "figureCount": "FigureCount",
          "figures": "Figures",
          "fileAccessTime": "FileAccessTime",
          "fileCreateTime": "FileCreateTime",
          "fileHash": "FileHash",
          "fileModifiedTime": "FileModifiedTime",
          "filename": "Filename",
          "formatLongName": "FormatLongName",
          "formatName": "FormatName",
          "imageHeight": "ImageHeight",
          "imageScore": "ImageScore",
          "imageWidth": "ImageWidth",
          "insights": "Insights",
          "labels": "Labels",
          "language": "Language",
          "latLong": "LatLong",
          "mediaType": "MediaType",
          "ocrContents": "OCRContents",
          "ocrTexts": "OCRTexts",
          "ossCrc64": "OSSCRC64",
          "ossDeleteMarker": "OSSDeleteMarker",
          "ossExpiration": "OSSExpiration",
          "ossObjectType": "OSSObjectType",
          "ossStorageClass": "OSSStorageClass",
          "ossTagging": "OSSTagging",
          "ossTaggingCount": "OSSTaggingCount",
          "ossUri": "OSSURI",
          "ossUserMeta": "OSSUserMeta",
          "ossVersionId": "OSSVersionId",
          "objectAcl": "ObjectACL",
          "objectId": "ObjectId",
          "objectStatus": "ObjectStatus",
          "objectType": "ObjectType",
          "orientation": "Orientation",
          "ownerId": "OwnerId",
          "pageCount": "PageCount",
          "performer": "Performer",
          "produceTime": "ProduceTime",
          "programCount": "ProgramCount",
          "projectName": "ProjectName",
          "reason": "Reason",
          "sceneElements": "SceneElements",
          "semanticTypes": "SemanticTypes",
          "serverSideDataEncryption": "ServerSideDataEncryption",
          "serverSideEncryption": "ServerSideEncryption",
          "serverSideEncryptionCustomerAlgorithm": "ServerSideEncryptionCustomerAlgorithm",
          "serverSideEncryptionKeyId": "ServerSideEncryptionKeyId",
          "size": "Size",
          "startTime": "StartTime",
          "streamCount": "StreamCount",
          "subtitles": "Subtitles",
          "timezone": "Timezone",
          "title": "Title",
          "travelClusterId": "TravelClusterId",
          "uri": "URI",
          "updateTime": "UpdateTime",
          "videoHeight": "VideoHeight",
          "videoStreams": "VideoStreams",
          "videoWidth": "VideoWidth",
          "fileReason": "Reason",
          "fileStartTime": "StartTime",
          "exifTags": "EXIF",
          "exifTag": "EXIF",
          "coordinates": "LatLong",
          "customLabel": "CustomLabels"
        }
      }
    },
    "OssBucketAttachment": {
      "action": "GetOSSBucketAttachment",
      "key": [
        "OSSBucket"
      ],
      "keyFields": [
        "__typename",
        "id",
        "ossBucket"
      ],
      "details": []
    },
    "Project": {
      "action": "GetProject",
      "key": [
        "ProjectName"
      ],
      "keyFields": [
        "__typename",
        "attachedOssBuckets",
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
    "ListBindings": {
      "max": 200,
      "default": 100
    },
    "SimpleQuery": {
      "max": 100,
      "default": 100
    },
    "FuzzyQuery": {
      "max": 200,
      "default": 100
    },
    "SemanticQuery": {
      "max": 100,
      "default": 100
    },
    "ListAttachedOSSBuckets": {
      "max": 200,
      "default": 100
    },
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
  "polled": {
    "fileIndexed": [
      "__typename",
      "id",
      "dataset",
      "projectName",
      "datasetName",
      "uri",
      "objectStatus",
      "fileReason"
    ]
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
    "AttachmentDescription": "string",
    "BucketName": "string",
    "BucketUri": "string",
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
    "FileUri": "string",
    "Long": {
      "input": "number | string",
      "output": "string"
    },
    "Prefix": "string",
    "ProjectMaxDatasetCount": "number",
    "ProjectName": "string",
    "SearchText": "string",
    "TagKey": "string",
    "Text": "string",
    "UserData": "string",
    "_Any": "Record<string, unknown>"
  }
};
