import { semanticQueryParams } from "../../contract/query/query-params.ts";
import { DatasetType } from "../dataset/dataset.ts";
import { fileCalls, FileType } from "../file/file.ts";
import { detailsOf } from "../loading/selection.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { firstOf } from "../paging/connection.ts";
import { filesOf } from "./file-connection.ts";
import { readArguments } from "./query-arguments.ts";

const size = { max: 100, default: 100 };

// A list, not a connection: IMM has no second page of it.
builder.objectField(DatasetType, "semanticSearch", (t) =>
  t.field({
    description:
      "Files that best match a sentence, or look like a picture, best first. IMM returns one page only, and does not offer this in the regions us-west-1 and us-east-1. `File.semanticTypes` and `File.elements` are null everywhere else.",
    type: [FileType],
    nullable: true,
    ...callsAction("SemanticQuery", size),
    args: {
      text: t.arg({
        type: "Text",
        description:
          "What the files show, when and where, in plain words; required unless there is an `imageUri`. Example: `Scenery of Hangzhou in April 2021`.",
      }),
      imageUri: t.arg({
        type: "FileUri",
        description:
          "A picture to find similar ones of, in a dataset whose template extracts image embeddings, such as `Official:CognitionImageManagement`. Example: `oss://test-bucket/test-object`.",
      }),
      mediaTypes: t.arg({
        type: ["Text"],
        description:
          "Only files of these kinds, as `File.mediaType` has them. Default: `image`. Example: `image`.",
      }),
      first: t.arg.int({
        description: `How many to return at most, 1 to ${size.max}. Default: ${size.default}, or 10 in a list within another list.`,
      }),
    },
    async resolve({ ProjectName, DatasetName }, { first, ...asked }, { imm }, info) {
      const names = { ProjectName, DatasetName };
      const params = readArguments(() => semanticQueryParams(asked));
      const MaxResults = firstOf(first, info, size);
      const call = { ...names, ...params, ...detailsOf(info, fileCalls), MaxResults };
      const { Files } = await imm.call("SemanticQuery", call);
      return filesOf("SemanticQuery", Files, names);
    },
  }),
);
