import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startTestGateway } from "../../support/gateway/gateway.ts";
import { waitFor } from "../../support/gateway/scripted-gateway.ts";
import { subscribe } from "../../support/gateway/subscribe.ts";

it("waits for files that the local IMM indexes, and for one that isn't there", async () => {
  await using service = await startTestGateway();
  const bucket = service.makeBucket("photos");
  await writeFile(join(bucket, "a.txt"), "One.");
  await service.imm.call("CreateProject", { ProjectName: "atlas" });
  await service.imm.call("CreateDataset", {
    ...{ ProjectName: "atlas", DatasetName: "photos" },
    TemplateId: "Official:ImageManagement",
  });
  const [a, missing] = ["oss://photos/a.txt", "oss://photos/missing.txt"];
  const operation = waitFor(a, missing);
  const stream = await subscribe(service.gateway, {
    ...operation,
    query: operation.query.replace("objectStatus", "objectStatus size"),
  });

  await service.imm.call("BatchIndexFileMeta", {
    ...{ ProjectName: "atlas", DatasetName: "photos" },
    Files: [{ URI: a }, { URI: missing }],
  });
  const events = await stream.rest();

  const data = events.flatMap((event) => (event.event === "next" ? [event.data.data?.["fileIndexed"]] : []));
  expect(data).toHaveLength(2);
  expect(data).toEqual(
    expect.arrayContaining([
      { uri: a, objectStatus: "Indexed", size: "4", fileReason: null },
      {
        ...{ uri: missing, objectStatus: "Failed", size: null },
        fileReason: "[InvalidArgument] File does not exist.",
      },
    ]),
  );
  expect(events.at(-1)).toEqual({ event: "complete" });
});

it("ends where there is no such dataset", async () => {
  await using service = await startTestGateway();
  await service.imm.call("CreateProject", { ProjectName: "atlas" });

  const stream = await subscribe(service.gateway, waitFor("oss://photos/a.txt"));

  expect(await stream.rest()).toMatchObject([
    { data: { errors: [{ extensions: { code: "NOT_FOUND", imm: { action: "BatchGetFileMeta" } } }] } },
    { event: "complete" },
  ]);
});
