import { expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { json, startUpstream } from "../../support/upstream/upstream.ts";

it.each([
  "2021-06-29T14:50:13+08:00",
  "2021-06-29T14:50:13.011+08:00",
  "2021-06-29T14:50:13.011643+08:00",
  "2021-06-29T14:50:13.011643661+08:00",
  "2021-06-29T14:50:52.83948013+08:00",
  "2021-06-29T14:50:13.000000000+08:00",
  "2021-12-24T03:01:49Z",
  "2021-12-24T03:01:49.480Z",
  "2021-12-24T03:01:49.480109Z",
  "2021-12-24T03:01:49.480109219Z",
])("hands on %s as it is", async (time) => {
  const status = { Status: "Running", StartTime: time, LastSucceededTime: time };
  const Dataset = {
    ...{ ProjectName: "atlas", DatasetName: "photos", CreateTime: time, UpdateTime: time },
    SmartClusterTaskStatus: status,
  };
  await using upstream = await startUpstream(json(200, { RequestId: "0F3B6E0E", Dataset }));
  await using gateway = gatewayTo(upstream.url);

  const answer = await gateway.send(`{
    dataset(projectName: "atlas", datasetName: "photos") {
      createTime
      updateTime
      smartClusterTaskStatus { startTime lastSucceededTime }
    }
  }`);

  expect(answer).toEqual({
    data: {
      dataset: {
        createTime: time,
        updateTime: time,
        smartClusterTaskStatus: { startTime: time, lastSucceededTime: time },
      },
    },
  });
});
