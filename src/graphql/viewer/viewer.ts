import { toWire } from "../../contract/contract.ts";
import type { Caller } from "../../imm/caller.ts";
import { builder } from "../schema/builder.ts";
import { DecisionType } from "./decision.ts";
import { ImmActionType } from "./imm-action.ts";

const ViewerType = builder.objectRef<Caller>("Viewer").implement({
  description: "Who calls.",
  fields: (t) => ({
    name: t.exposeString("name", {
      description: "The name in the credentials: a token's name, or the subject of a JWT; else `anonymous`.",
    }),
    roles: t.exposeStringList("roles", { description: "The roles in the credentials." }),
    can: t.field({
      description:
        "Whether they may do something, so that a page can hide what isn't allowed. Costs no call. A name left out is judged as `*`: what policies say of single names isn't seen.",
      type: DecisionType,
      args: {
        action: t.arg({ type: ImmActionType, required: true, description: "What." }),
        projectName: t.arg({ type: "ProjectName", description: "In which project. Default: `*`." }),
        datasetName: t.arg({
          type: "DatasetName",
          description: "With which dataset of that project. Default: `*`.",
        }),
      },
      resolve: (_viewer, { action, ...names }, { imm }) => ({
        authorization: imm.decide(action, toWire("GetDataset", names)),
      }),
    }),
  }),
});

builder.queryField("viewer", (t) =>
  t.field({
    description: "Who calls, and what they may do.",
    type: ViewerType,
    resolve: (_root, _args, { caller }) => caller,
  }),
);
