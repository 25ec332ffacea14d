import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startLocalImm } from "../../../src/local-imm/server.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { mediaProgram } from "../../support/media/media-program.ts";
import { gatewayTo, testKey } from "../../support/gateway/gateway.ts";

const names = 'projectName: "atlas", datasetName: "photos"';
const uriOf = (name: string) => `oss://shots/${name}`;

/** A gateway over a local IMM with the dataset `photos`, and a bucket `shots` that holds two texts. */
async function start() {
  const folder = await temporaryFolder();
  const local = await startLocalImm({
    dir: folder.path,
    port: 0,
    region: "cn-shanghai",
    accountId: "1000000000000000",
    keys: [testKey],
    mediaProgram,
  });
  const bucket = join(folder.path, "buckets", "shots");
  mkdirSync(bucket, { recursive: true });
  writeFileSync(join(bucket, "a.txt"), "12345");
  writeFileSync(join(bucket, "照片 !'()* +%#?.txt"), "123");
  const gateway = gatewayTo(local.url);
  await gateway.imm.call("CreateProject", { ProjectName: "atlas" });
  await gateway.imm.call("CreateDataset", {
    ...{ ProjectName: "atlas", DatasetName: "photos", TemplateId: "Official:OSSBasicMeta" },
  });
  return {
    ...gateway,
    local,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await local.close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describe("files of the local IMM", () => {
  it("are indexed, read, changed and deleted by the graph", async () => {
    await using service = await start();
    const [a, odd, none] = [uriOf("a.txt"), uriOf("照片 !'()* +%#?.txt"), uriOf("none.txt")];

    const indexed = await service.send(
      `mutation ($files: [FileInput!]!) { batchIndexFileMeta(input: { ${names}, files: $files }) { eventId requestId } }`,
      {
        files: [
          {
            uri: a,
            customLabels: [{ key: "Name", value: "Tim" }],
            labels: [{ labelName: "x", labelLevel: "9007199254740993" }],
          },
          { uri: odd },
        ],
      },
    );
    expect(indexed.errors).toBeUndefined();
    await service.local.settled();

    const read = await service.send(
      `query ($uris: [FileUri!]!) { dataset(${names}) { files(uris: $uris) {
        uri size filename objectStatus customLabel(key: "NAME") labels { labelLevel }
      } } }`,
      { uris: [odd, none, a] },
    );
    expect(read).toEqual({
      data: {
        dataset: {
          files: [
            {
              ...{ uri: odd, size: "3", filename: "照片 !'()* +%#?.txt" },
              ...{ objectStatus: "Indexed", customLabel: null, labels: null },
            },
            null,
            {
              ...{ uri: a, size: "5", filename: "a.txt", objectStatus: "Indexed", customLabel: "Tim" },
              labels: [{ labelLevel: "9007199254740993" }],
            },
          ],
        },
      },
    });

    const updated = await service.send(
      `mutation ($files: [FileUpdateInput!]!) { batchUpdateFileMeta(input: { ${names}, files: $files }) {
        files { uri success file { uri customId customLabels { key value } } }
      } }`,
      {
        files: [
          { uri: none, customId: "1" },
          { uri: a, customId: "2", customLabels: [{ key: "__proto__", value: "kept" }] },
        ],
      },
    );
    expect(updated).toEqual({
      data: {
        batchUpdateFileMeta: {
          files: [
            { uri: none, success: false, file: null },
            {
              ...{ uri: a, success: true },
              file: { uri: a, customId: "2", customLabels: [{ key: "__proto__", value: "kept" }] },
            },
          ],
        },
      },
    });

    const deleted = await service.send(
      `mutation ($uris: [FileUri!]!) { batchDeleteFileMeta(input: { ${names}, uris: $uris }) { deletedFileIds } }`,
      { uris: [a, none] },
    );
    expect(deleted.errors).toBeUndefined();
    expect(await service.send(`{ file(${names}, uri: "${a}") { size } }`)).toEqual({ data: { file: null } });
  });

  it("are NOT_FOUND to write if their dataset isn't there, and null to read", async () => {
    await using service = await start();
    const gone = 'projectName: "atlas", datasetName: "gone"';

    const { errors } = await service.send(
      `mutation { indexFileMeta(input: { ${gone}, file: { uri: "${uriOf("a.txt")}" } }) { eventId } }`,
    );
    const read = await service.send(`{ file(${gone}, uri: "${uriOf("a.txt")}") { size } }`);

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["NOT_FOUND"]);
    expect(read).toEqual({ data: { file: null } });
  });
});
