import { fuzzyQueryParams } from "../../contract/query/query-params.ts";
import { DatasetType } from "../dataset/dataset.ts";
import { fileCalls } from "../file/file.ts";
import type { FileMeta } from "../loading/file-loader.ts";
import { detailsOfItems } from "../loading/selection.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { connect, pageArguments } from "../paging/connection.ts";
import { FileConnection, pageOf } from "./file-connection.ts";
import { orderArgument } from "./file-order.ts";
import { readArguments } from "./query-arguments.ts";
import { orderOf } from "./query-order.ts";

const size = { max: 200, default: 100 };

builder.objectField(DatasetType, "search", (t) =>
  t.field({
    description:
      "Files whose name, path, labels or custom labels contain a text. Only the selected fields are fetched from IMM; `totalCount` is always returned.",
    type: FileConnection,
    nullable: true,
    ...callsAction("FuzzyQuery", size),
    args: {
      text: t.arg({ type: "SearchText", required: true, description: "What to find. Example: `kyoto`." }),
      ...orderArgument("Default: as IMM sorts what it finds."),
      ...pageArguments(size),
    },
    resolve({ ProjectName, DatasetName }, { first, after, ...asked }, { imm }, info) {
      const names = { ProjectName, DatasetName };
      const params = readArguments(() => fuzzyQueryParams(asked));
      const call = { ...names, ...params, ...detailsOfItems(info, fileCalls) };
      return connect<FileMeta>({ first, after }, info, {
        action: "FuzzyQuery",
        size,
        keyOf: ({ URI }) => URI,
        order: orderOf(params, { givenBy: "`text` and `orderBy`", isByUri: false }),
        list: async (page) => pageOf("FuzzyQuery", await imm.call("FuzzyQuery", { ...call, ...page }), names),
      });
    },
  }),
);
