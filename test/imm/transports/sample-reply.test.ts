import { expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { json, startUpstream } from "../../support/upstream/upstream.ts";

// The reply in Alibaba's document of CreateDataset, to the letter.
const sampleReply = `{
  "RequestId": "6D74B3A9-5AC0-49F9-914D-E01589D3****",
  "Dataset": {
    "ProjectName": "immtest",
    "DatasetName": "dataset001",
    "TemplateId": "DefaultId",
    "CreateTime": "2021-06-29T14:50:13.011643661+08:00",
    "UpdateTime": "2021-06-29T14:50:13.011643661+08:00",
    "Description": "",
    "DatasetMaxBindCount": 10,
    "DatasetMaxFileCount": 100000000,
    "DatasetMaxEntityCount": 10000000000,
    "DatasetMaxRelationCount": 100000000000,
    "DatasetMaxTotalFileSize": 90000000000000000,
    "BindCount": 2,
    "FileCount": 10,
    "TotalFileSize": 100000,
    "ClusterType": "manual",
    "SmartClusterTaskStatus": {
      "Status": "Succeeded",
      "LastSucceededTime": "2024-06-29T14:50:13.011643661+08:00",
      "StartTime": "2024-06-29T14:50:13.011643661+08:00"
    },
    "WorkflowParameters": [
      {
        "Name": "",
        "Value": ""
      }
    ]
  }
}`;

const createDataset = `mutation ($input: CreateDatasetInput!) {
  createDataset(input: $input) {
    requestId
    dataset {
      projectName
      datasetName
      templateId
      createTime
      updateTime
      description
      datasetMaxBindCount
      datasetMaxFileCount
      datasetMaxEntityCount
      datasetMaxRelationCount
      datasetMaxTotalFileSize
      bindCount
      fileCount
      totalFileSize
      clusterType
      smartClusterTaskStatus { status lastSucceededTime startTime }
      workflowParameters { name value }
    }
  }
}`;

it("hands on the documented reply of CreateDataset field by field", async () => {
  await using upstream = await startUpstream(json(200, sampleReply));
  await using gateway = gatewayTo(upstream.url);

  const answer = await gateway.send(createDataset, {
    input: { projectName: "immtest", datasetName: "dataset001" },
  });

  expect(answer).toEqual({
    data: {
      createDataset: {
        requestId: "6D74B3A9-5AC0-49F9-914D-E01589D3****",
        dataset: {
          projectName: "immtest",
          datasetName: "dataset001",
          templateId: "DefaultId",
          createTime: "2021-06-29T14:50:13.011643661+08:00",
          updateTime: "2021-06-29T14:50:13.011643661+08:00",
          description: "",
          datasetMaxBindCount: 10,
          datasetMaxFileCount: 100000000,
          datasetMaxEntityCount: "10000000000",
          datasetMaxRelationCount: "100000000000",
          datasetMaxTotalFileSize: "90000000000000000",
          bindCount: 2,
          fileCount: "10",
          totalFileSize: "100000",
          clusterType: "manual",
          smartClusterTaskStatus: {
            status: "Succeeded",
            lastSucceededTime: "2024-06-29T14:50:13.011643661+08:00",
            startTime: "2024-06-29T14:50:13.011643661+08:00",
          },
          workflowParameters: [{ name: "", value: "" }],
        },
      },
    },
  });
  expect(upstream.requests).toHaveLength(1);
});

it("sends every documented parameter of CreateDataset where IMM reads it", async () => {
  await using upstream = await startUpstream(json(200, sampleReply));
  await using gateway = gatewayTo(upstream.url);

  await gateway.send(createDataset, {
    input: {
      projectName: "test-project",
      datasetName: "dataset001",
      description: "immtest",
      templateId: "Official:ImageManagement",
      datasetMaxBindCount: 10,
      datasetMaxFileCount: 100000000,
      datasetMaxEntityCount: 10000000000,
      datasetMaxRelationCount: 100000000000,
      datasetMaxTotalFileSize: "90000000000000000",
      workflowParameters: [{ name: "a", value: "b" }],
    },
  });

  const [{ method, headers, query, form }] = upstream.requests as [(typeof upstream.requests)[0]];
  expect({ method, query, form }).toEqual({
    method: "POST",
    query: {
      ProjectName: "test-project",
      DatasetName: "dataset001",
      Description: "immtest",
      TemplateId: "Official:ImageManagement",
      DatasetMaxBindCount: "10",
      DatasetMaxFileCount: "100000000",
      DatasetMaxEntityCount: "10000000000",
      DatasetMaxRelationCount: "100000000000",
      DatasetMaxTotalFileSize: "90000000000000000",
      WorkflowParameters: '[{"Name":"a","Value":"b"}]',
    },
    form: undefined,
  });
  expect(headers).toMatchObject({
    "x-acs-action": "CreateDataset",
    "x-acs-version": "2020-09-30",
    "content-length": "0",
    authorization: expect.stringMatching(/^ACS3-HMAC-SHA256 Credential=test,SignedHeaders=/),
  });
});
