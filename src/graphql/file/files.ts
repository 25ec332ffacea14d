import { DatasetType } from "../dataset/dataset.ts";
import { readFiles } from "../loading/read-by-key.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { fileCalls, FileType } from "./file.ts";

builder.objectField(DatasetType, "files", (t) =>
  t.field({
    description:
      "Its files of these URIs, in the same order, one for each even if two are equal; null for one that isn't indexed. One call reads up to 100, together with other files of the dataset that the query selects.",
    type: [FileType],
    nullable: { list: false, items: true },
    ...callsAction("BatchGetFileMeta"),
    args: {
      uris: t.arg({
        type: ["FileUri"],
        required: true,
        description:
          "Where the files are; at most 100, unless the gateway is set to take longer lists. Example: `oss://test-bucket/test-object.jpg`.",
      }),
    },
    resolve: ({ ProjectName, DatasetName }, { uris }, { loaders }, info) => {
      const keys = uris.map((URI) => ({ ProjectName, DatasetName, URI }));
      return readFiles(loaders.file, keys, { info, calls: fileCalls });
    },
  }),
);
