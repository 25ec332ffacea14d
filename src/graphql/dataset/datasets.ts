import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import type { Context } from "../context.ts";
import { ProjectType } from "../project/project.ts";
import { builder } from "../schema/builder.ts";
import { calling } from "../schema/calls.ts";
import { connect, pageArguments, type PageArguments } from "../schema/connection.ts";
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

function listDatasets({ first, after, ...filter }: Filter & PageArguments, { imm }: Context) {
  return connect<wire.Dataset>(
    { first, after },
    {
      action: "ListDatasets",
      nameOf: ({ DatasetName }) => DatasetName,
      async list(page) {
        const reply = await imm.call("ListDatasets", { ...toWire("ListDatasets", filter), ...page });
        return { things: reply.Datasets, nextToken: reply.NextToken };
      },
    },
  );
}

const listArguments = builder.args((t) => ({
  prefix: t.field({
    type: "Prefix",
    description: "Only datasets whose names begin with it. Default: all. Example: `dataset`.",
  }),
  ...pageArguments,
}));

builder.queryField("datasets", (t) =>
  t.field({
    description:
      "A project's datasets, in the order of their names. `NOT_FOUND` where there is no such project.",
    type: DatasetConnection,
    nullable: true,
    ...calling("ListDatasets"),
    args: {
      projectName: t.arg({ type: "ProjectName", required: true, description: "The name of their project." }),
      ...listArguments,
    },
    resolve: (_root, args, context) => listDatasets(args, context),
  }),
);

builder.objectField(ProjectType, "datasets", (t) =>
  t.field({
    description: "Its datasets, in the order of their names.",
    type: DatasetConnection,
    nullable: true,
    ...calling("ListDatasets"),
    args: listArguments,
    resolve: ({ ProjectName }, args, context) => listDatasets({ projectName: ProjectName, ...args }, context),
  }),
);
