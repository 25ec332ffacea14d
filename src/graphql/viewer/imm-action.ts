import type { ResourceKind } from "../../contract/contract-types.ts";
import { actions, contract } from "../../contract/contract.ts";
import { enumName } from "../../contract/names.ts";
import type { Action } from "../../contract/wire.ts";
import { builder } from "../schema/builder.ts";

const resources: Readonly<Record<ResourceKind, string>> = {
  project: "a project",
  "project/*": "all projects",
  dataset: "a dataset",
  "dataset/*": "all datasets of a project",
  "*": "nothing in particular",
};

export const ImmActionType = builder.enumType("ImmAction", {
  description: "An action of IMM that a RAM policy can allow or deny.",
  values: Object.fromEntries(
    actions.map((action) => {
      const { access, resource } = contract.operations[action];
      const description = `\`imm:${action}\`, on ${resources[resource]}. RAM's access level: ${access}.`;
      return [enumName(action), { value: action, description }];
    }),
  ) as Record<string, { value: Action; description: string }>,
});
