import { stringify } from "lossless-json";
import { expect, it } from "vitest";
import { repeat } from "../../support/lists.ts";
import { startTestImm } from "../start.ts";

it("sends a page of 200 datasets with its length", async () => {
  await using imm = await startTestImm();
  const ProjectName = "atlas";
  const Description = `},{ ${"地图集照片".repeat(50)}`;
  await imm.call("CreateProject", { ProjectName });
  const names = repeat(200, (n) => `dataset-${String(n).padStart(3, "0")}`);
  await Promise.all(
    names.map((DatasetName) => imm.call("CreateDataset", { ProjectName, DatasetName, Description })),
  );

  const { headers, body } = await imm.call("ListDatasets", { ProjectName, MaxResults: "200" });

  expect(Number(headers["content-length"])).toBe(Buffer.byteLength(stringify(body)!));
  expect(Number(headers["content-length"])).toBeGreaterThan(131_072);
  expect(body["Datasets"]).toMatchObject(names.map((DatasetName) => ({ DatasetName, Description })));
});
