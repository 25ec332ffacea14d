import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { defaultTabs } from "../../src/explorer/editor/default-tabs.ts";
import { startTestGateway } from "../support/gateway/gateway.ts";

it("show what is read from pictures, also after the README's dataset was made, which has no template", async () => {
  await using service = await startTestGateway();
  const folder = service.makeBucket("photos");
  for (const name of ["kyoto.jpg", "sydney-harbour.jpg", "west-lake.jpg"]) {
    await copyFile(join("docs/pictures", name), join(folder, name));
  }
  await service.imm.call("CreateProject", { ProjectName: "test-project" });
  await service.imm.call("CreateDataset", { ProjectName: "test-project", DatasetName: "dataset001" });
  const answers: Record<string, object> = {};

  for (const { query, variables } of defaultTabs) {
    const [, name] = /^(?:mutation|query) (\w+)/m.exec(query) ?? [];
    if (name === undefined) continue;
    answers[name] = await service.send(query, JSON.parse(variables) as Record<string, unknown>);
    await service.settled();
  }

  const file = { objectStatus: "Indexed", fileReason: null };
  expect(answers["Read"]).toMatchObject({
    data: {
      dataset: {
        files: [
          { ...file, camera: "Pocket 3", customLabels: [{ key: "trip", value: "Japan" }] },
          { ...file, camera: "D850" },
          { ...file, camera: "Pocket 3" },
        ],
      },
    },
  });
  const found = (filename: string) => ({ filename });
  expect(answers["Find"]).toMatchObject({
    data: { dataset: { query: { totalCount: 2, nodes: ["kyoto.jpg", "west-lake.jpg"].map(found) } } },
  });
  expect(answers["Summarize"]).toMatchObject({
    data: {
      dataset: {
        aggregate: {
          count: 3,
          contentType: { groups: [{ value: "image/jpeg", count: 3 }] },
          customLabel: { groups: [{ value: "Japan", count: 1 }] },
        },
      },
    },
  });
  expect(answers["Search"]).toMatchObject({
    data: { dataset: { search: { totalCount: 1, nodes: [found("kyoto.jpg")] } } },
  });
  const failed = Object.entries(answers).filter(([, answer]) => "errors" in answer);
  expect(failed.map(([name]) => name)).toEqual(["ErrorOnPurpose"]);
});
