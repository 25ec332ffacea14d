import type { GraphQLResolveInfo } from "graphql";
import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import type { Context } from "../context.ts";
import { ProjectType } from "../project/project.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { connect, pageArguments, type PageArguments } from "../paging/connection.ts";
import { DatasetType } from "./dataset.ts";

const DatasetConnection = builder.connectionObject(
  {
    type: DatasetType,
    name: "DatasetConnection",
    description: "A page of datasets, in the order of their names.",
  },
  { name: "DatasetEdge", description: "A dataset and where it stands in its list." },
);

interface Filter {
  projectName: string;
  prefix?: string | null | undefined;
}

const size = { max: 200, default: 100 };

function listDatasets(
  { first, after, ...filter }: Filter & PageArguments,
  { imm }: Context,
  info: GraphQLResolveInfo,
) {
  return connect<wire.Dataset>({ first, after }, info, {
    action: "ListDatasets",
    size,
    keyOf: ({ DatasetName }) => DatasetName,
    async list(page) {
      const reply = await imm.call("ListDatasets", { ...toWire("ListDatasets", filter), ...page });
      return { items: reply.Datasets, nextToken: reply.NextToken };
    },
  });
}

const listArguments = builder.args((t) => ({
  prefix: t.field({
    type: "Prefix",
    description: "Only datasets whose names begin with it. Default: all. Example: `dataset`.",
  }),
  ...pageArguments(size),
}));

builder.queryField("datasets", (t) =>
  t.field({
    description:
      "A project's datasets, in the order of their names. `NOT_FOUND` where there is no such project.",
    type: DatasetConnection,
    nullable: true,
    ...callsAction("ListDatasets", size),
    args: {
      projectName: t.arg({ type: "ProjectName", required: true, description: "The name of their project." }),
      ...listArguments,
    },
    resolve: (_root, args, context, info) => listDatasets(args, context, info),
  }),
);

builder.objectField(ProjectType, "datasets", (t) =>
  t.field({
    description: "Its datasets, in the order of their names.",
    type: DatasetConnection,
    nullable: true,
    ...callsAction("ListDatasets", size),
    args: listArguments,
    resolve: ({ ProjectName }, args, context, info) =>
      listDatasets({ projectName: ProjectName, ...args }, context, info),
  }),
);
