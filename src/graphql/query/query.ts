import { simpleQueryParams } from "../../contract/query/query-params.ts";
import { DatasetType } from "../dataset/dataset.ts";
import { fileCalls } from "../file/file.ts";
import type { FileMeta } from "../loading/file-loader.ts";
import { detailsOfItems } from "../loading/selection.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { connect, pageArguments } from "../paging/connection.ts";
import { FileConnection, pageOf } from "./file-connection.ts";
import { orderArgument } from "./file-order.ts";
import { placed, readArguments } from "./query-arguments.ts";
import { orderOf } from "./query-order.ts";
import { whereArgument } from "./where/where.ts";

const size = { max: 100, default: 100 };

builder.objectField(DatasetType, "query", (t) =>
  t.field({
    description:
      "Files that match conditions, ordered by URI unless `orderBy` is given. Only the selected fields are fetched from IMM. `BAD_USER_INPUT` names the place in `where` that is wrong.",
    type: FileConnection,
    nullable: true,
    ...callsAction("SimpleQuery", size),
    args: {
      ...whereArgument("Default: all files."),
      ...orderArgument("Default: by `uri`, ascending."),
      ...pageArguments(size),
    },
    resolve({ ProjectName, DatasetName }, { first, after, ...asked }, { imm }, info) {
      const names = { ProjectName, DatasetName };
      const { params, query } = readArguments(() => simpleQueryParams(asked));
      const call = { ...names, ...params, ...detailsOfItems(info, fileCalls) };
      return connect<FileMeta>({ first, after }, info, {
        action: "SimpleQuery",
        size,
        keyOf: ({ URI }) => URI,
        order: orderOf(params, { givenBy: "`where` and `orderBy`", isByUri: params.Sort === undefined }),
        async list(page, { withTotalCount }) {
          const counting = withTotalCount ? {} : { WithoutTotalHits: true };
          const reply = imm.call("SimpleQuery", { ...call, ...counting, ...page });
          return pageOf("SimpleQuery", await placed(query, reply), names);
        },
      });
    },
  }),
);
