import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { limitInputs } from "../schema/limit-fields.ts";
import { requestIdField } from "../schema/payload.ts";
import { checkTags, ProjectTagInput } from "./project-tag.ts";
import { ProjectType } from "./project.ts";

const UpdateProjectInput = builder.inputType("UpdateProjectInput", {
  description: "What to change in a project. What is left out keeps its value.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "Which project. Example: `test-project`.",
    }),
    description: t.field({
      type: "Description",
      description: "What it is for, 0 to 256 characters; empty clears it.",
    }),
    serviceRole: t.field({
      type: "Text",
      description: "The RAM role by which IMM reads files in OSS. Example: `AliyunIMMDefaultRole`.",
    }),
    templateId: t.field({
      type: "Text",
      description: "The workflow template of datasets that name none. Example: `Official:ImageManagement`.",
    }),
    projectMaxDatasetCount: t.field({
      type: "ProjectMaxDatasetCount",
      description: "How many datasets it may hold, 1 to 1000000000. Example: `1000000000`.",
    }),
    ...limitInputs(
      t,
      "For datasets that are created after it without a limit of their own. Default: as it is.",
    ),
    tag: t.field({
      type: [ProjectTagInput],
      description:
        "The tags that it shall have in place of those that it has, each key once; `[]` takes all away. Default: as they are.",
    }),
  }),
});

const UpdateProjectPayload = builder
  .objectRef<wire.UpdateProjectResponseBody>("UpdateProjectPayload")
  .implement({
    description: "The project that was changed.",
    fields: (t) => ({
      project: t.expose("Project", {
        type: ProjectType,
        description: "As IMM answered it, with the changes.",
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationField("updateProject", (t) =>
  t.field({
    description:
      "Changes a project; IMM may take 5 minutes until the change works. `NOT_FOUND` where there is none of that name.",
    type: UpdateProjectPayload,
    ...callsAction("UpdateProject"),
    args: { input: t.arg({ type: UpdateProjectInput, required: true, description: "What to change." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      checkTags(input.tag, "input.tag");
      loaders.clear();
      const reply = await imm.call("UpdateProject", toWire("UpdateProject", input));
      loaders.project.prime(reply.Project, { isDetailed: false });
      return reply;
    },
  }),
);
