import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { requestIdField } from "../schema/payload.ts";
import { projectKey, ProjectType } from "./project.ts";

const DeleteProjectInput = builder.inputType("DeleteProjectInput", {
  description: "A project to delete.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "Which project. Example: `test-project`.",
    }),
  }),
});

const DeleteProjectPayload = builder
  .objectRef<wire.DeleteProjectResponseBody & wire.DeleteProjectRequest>("DeleteProjectPayload")
  .implement({
    description: "The project that was deleted.",
    fields: (t) => ({
      deletedProjectId: t.globalID({
        description: "The `id` that it had.",
        resolve: (key) => ({ type: ProjectType, id: projectKey.innerId(key) }),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("deleteProject", (t) =>
  t.field({
    description:
      "Deletes a project, for good. `CONFLICT` while it holds anything, `NOT_FOUND` where there is none of that name.",
    type: DeleteProjectPayload,
    ...callsAction("DeleteProject"),
    args: { input: t.arg({ type: DeleteProjectInput, required: true, description: "Which project." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const key = toWire("DeleteProject", input);
      return { ...key, ...(await imm.call("DeleteProject", key)) };
    },
  }),
);
