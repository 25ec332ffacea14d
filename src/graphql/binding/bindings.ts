import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { DatasetType } from "../dataset/dataset.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { connect, pageArguments } from "../paging/connection.ts";
import { BindingType } from "./binding.ts";

const BindingConnection = builder.connectionObject(
  {
    type: BindingType,
    name: "BindingConnection",
    description: "A page of bindings, in the order of their URIs.",
  },
  { name: "BindingEdge", description: "A binding and where it stands in its list." },
);

const size = { max: 200, default: 100 };

builder.objectField(DatasetType, "bindings", (t) =>
  t.field({
    description: "The buckets that are bound to it, in the order of their URIs.",
    type: BindingConnection,
    nullable: true,
    ...callsAction("ListBindings", size),
    args: {
      name: t.arg({
        type: "Text",
        description:
          "Only bindings of this name. IMM doesn't document what a binding's name is; the local IMM takes it as a prefix of the bucket's name. Default: all. Example: `imm`.",
      }),
      ...pageArguments(size),
    },
    resolve({ ProjectName, DatasetName }, { first, after, name }, { imm }, info) {
      const key = { projectName: ProjectName, datasetName: DatasetName };
      return connect<wire.Binding>({ first, after }, info, {
        action: "ListBindings",
        size,
        keyOf: ({ URI }) => URI,
        async list(page) {
          const reply = await imm.call("ListBindings", {
            ...toWire("ListBindings", { ...key, name }),
            ...page,
          });
          return { items: reply.Bindings, nextToken: reply.NextToken };
        },
      });
    },
  }),
);
