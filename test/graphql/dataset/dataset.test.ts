import { describe, expect, it } from "vitest";
import { graphql } from "../../generated/index.ts";
import { startTestGateway } from "../../support/gateway/gateway.ts";

const CreateDataset = graphql(`
  mutation CreateDataset($input: CreateDatasetInput!) {
    createDataset(input: $input) {
      dataset {
        projectName
        datasetName
        description
        datasetMaxBindCount
        datasetMaxTotalFileSize
      }
      requestId
    }
  }
`);

describe("createDataset", () => {
  it("answers the dataset as IMM made it", async () => {
    await using service = await startTestGateway();
    await service.imm.call("CreateProject", { ProjectName: "atlas" });

    const { data } = await service.send(CreateDataset, {
      input: { projectName: "atlas", datasetName: "photos", datasetMaxBindCount: 5 },
    });

    expect(data?.createDataset.dataset).toEqual({
      projectName: "atlas",
      datasetName: "photos",
      description: "",
      datasetMaxBindCount: 5,
      datasetMaxTotalFileSize: "90000000000000000",
    });
  });
});
