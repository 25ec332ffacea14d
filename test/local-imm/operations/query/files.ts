import { writeDocument, type Document } from "../../../../src/local-imm/store/document.ts";
import { openStore } from "../../../../src/local-imm/store/store.ts";
import type { TestAnswer } from "../../send.ts";
import { makeFolder, start, startTestImm, type TestImm } from "../../start.ts";

export const key = { ProjectName: "atlas", DatasetName: "photos" };

const datasets = ["before", key.DatasetName, "behind"];

/** A file of a test: what is known of it, and what is written in it. */
export type TestFile = Record<string, unknown> & {
  readonly Filename: string;
  readonly failed?: boolean;
  readonly text?: string;
};

/**
 * Starts a local IMM whose dataset has these files, in this order. The datasets before and behind it have the same ones
 * under other names, which no query of this one may find.
 */
export async function startWithFiles(files: readonly TestFile[]): Promise<TestImm> {
  const folder = await folderWithFiles(files);
  const imm = await startTestImm({ dir: folder.path });
  return {
    ...imm,
    async [Symbol.asyncDispose]() {
      await imm.close();
      folder[Symbol.dispose]();
    },
  };
}

/** The folder of such a local IMM, which isn't started. */
export async function folderWithFiles(files: readonly TestFile[]): Promise<ReturnType<typeof makeFolder>> {
  const folder = makeFolder();
  const imm = await startTestImm({ dir: folder.path });
  await imm.call("CreateProject", { ProjectName: key.ProjectName });
  for (const DatasetName of datasets) {
    await imm.call("CreateDataset", { ...key, DatasetName, TemplateId: "Official:OSSBasicMeta" });
  }
  await imm.close();
  storeFiles(folder.path, files);
  return folder;
}

function storeFiles(dir: string, files: readonly TestFile[]): void {
  using store = openStore(dir);
  for (const DatasetName of datasets) {
    const { DatasetId } = store.datasets.find({ ...key, DatasetName })!;
    const isNeighbour = DatasetName !== key.DatasetName;
    store.transaction(() => {
      for (const [index, { failed, text = null, ...file }] of files.entries()) {
        const Filename = isNeighbour ? `${DatasetName} ${file.Filename}` : file.Filename;
        const fields = { ...file, Filename } as unknown as Document;
        const time = start + BigInt(index);
        store.files.save({
          ...{ DatasetId, URI: `oss://shots/${Filename}`, ObjectStatus: failed ? "Failed" : "Indexed" },
          ...{ CreateTime: time, UpdateTime: time, Size: 1n, Given: "{}", Text: text, ImageHash: null },
          ...{ Document: writeDocument(fields), fields: fields as Record<string, unknown> },
        });
      }
    });
  }
}

/** Asks the dataset. */
export function ask(imm: TestImm, action: string, params: Record<string, unknown>): Promise<TestAnswer> {
  return imm.call(action, { ...key, ...params });
}

/** The names of the files on a page, or why there is none. */
export function namesOf({ body }: TestAnswer): readonly string[] | string {
  if (!body["Files"]) return body["Message"] as string;
  return (body["Files"] as { Filename: string }[]).map(({ Filename }) => Filename);
}

/** The names of the files that meet conditions, in their order, or why there are none. */
export async function find(imm: TestImm, Query: object): Promise<readonly string[] | string> {
  return namesOf(await ask(imm, "SimpleQuery", { Query, Sort: "Filename", Order: "asc" }));
}
