import type * as wire from "../../../contract/wire.ts";
import type { FileKey } from "../../loading/file-loader.ts";
import { readReferenced } from "../../loading/read-by-key.ts";
import { callsAction } from "../../schema/action-extensions.ts";
import { builder } from "../../schema/builder.ts";
import { fileCalls, FileType } from "../file.ts";

interface FileUpdateOutcome extends FileKey {
  readonly Success: boolean | null;
  readonly Message: string | null;
}

export const FileUpdateOutcomeType = builder.objectRef<FileUpdateOutcome>("FileUpdateOutcome").implement({
  description: "What became of one file of a batch.",
  fields: (t) => ({
    uri: t.exposeID("URI", {
      description: "Which file. Example: `oss://test-bucket/test-object.jpg`.",
    }),
    success: t.exposeBoolean("Success", {
      nullable: true,
      description: "Whether it was changed; null if IMM doesn't say.",
    }),
    message: t.exposeString("Message", {
      nullable: true,
      description:
        "Why it wasn't changed, or that IMM doesn't say whether it was. Example: `*error.OpError : InvalidArgument | Index KV count exceeded, should be no more than 100.`",
    }),
    file: t.field({
      description: "The file after the change. Selected by its key alone, it costs no call.",
      type: FileType,
      nullable: true,
      ...callsAction("BatchGetFileMeta"),
      resolve: ({ ProjectName, DatasetName, URI }, _args, { loaders }, info) =>
        readReferenced({
          loader: loaders.file,
          key: { ProjectName, DatasetName, URI },
          info,
          calls: fileCalls,
        }),
    }),
  }),
});

const untold = "IMM didn't say what became of this file.";

/** The outcome of each file, in the order in which they were sent, whatever order IMM answers them in. */
export function outcomesOf(
  sent: readonly FileKey[],
  answered: readonly wire.BatchUpdateFileMetaResponseBodyFiles[],
): FileUpdateOutcome[] {
  const byUri = new Map<string | undefined, wire.BatchUpdateFileMetaResponseBodyFiles[]>();
  for (const answer of answered) byUri.set(answer.URI, [...(byUri.get(answer.URI) ?? []), answer]);
  return sent.map((key) => {
    // A file that was sent twice may be answered twice, or once for both.
    const answers = byUri.get(key.URI) ?? [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    const { Success, Message } = answer ?? {};
    const isTold = Success !== undefined && Success !== null;
    return {
      ...key,
      Success: isTold ? String(Success) === "true" : null,
      Message: Message ?? (isTold ? null : untold),
    };
  });
}
