import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import type { Reconciliation } from "../../imm/client.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { limitInputs } from "../schema/limit-fields.ts";
import { createdFields } from "../schema/payload.ts";
import { checkTags, ProjectTagInput } from "./project-tag.ts";
import { ProjectType } from "./project.ts";

const CreateProjectInput = builder.inputType("CreateProjectInput", {
  description: "A project to create.",
  fields: (t) => ({
    projectName: t.field({
      type: "ProjectName",
      required: true,
      description: "Its name, for good. Example: `test-project`.",
    }),
    description: t.field({
      type: "Description",
      description: "What it is for, 0 to 256 characters. Default: empty. Example: `immtest`.",
    }),
    serviceRole: t.field({
      type: "Text",
      description: "The RAM role by which IMM reads files in OSS. Default: `AliyunIMMDefaultRole`.",
    }),
    templateId: t.field({
      type: "Text",
      description:
        "The workflow template of datasets that name none. Default: empty. Example: `Official:ImageManagement`.",
    }),
    projectMaxDatasetCount: t.field({
      type: "ProjectMaxDatasetCount",
      description: "How many datasets it may hold, 1 to 1000000000. Default: `1000000000`.",
    }),
    ...limitInputs(
      t,
      "For datasets that are created without a limit of their own. Default: IMM's, the value of the example.",
    ),
    tag: t.field({
      type: [ProjectTagInput],
      description: "The tags to put on it, each key once and none of them empty. Default: none.",
    }),
  }),
});

const CreateProjectPayload = builder
  .objectRef<wire.CreateProjectResponseBody & Reconciliation>("CreateProjectPayload")
  .implement({
    description: "The project that was created.",
    fields: (t) => ({
      project: t.expose("Project", { type: ProjectType, description: "As IMM answers it." }),
      ...createdFields(t),
    }),
  });

builder.mutationField("createProject", (t) =>
  t.field({
    description:
      "Creates a project. `CONFLICT` where the name is taken, `LIMIT_EXCEEDED` where the account has no room for more, `UPSTREAM_TIMEOUT` where IMM's answer was lost and a look-up didn't find it.",
    type: CreateProjectPayload,
    ...callsAction("CreateProject"),
    args: {
      input: t.arg({ type: CreateProjectInput, required: true, description: "The project to create." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      checkTags(input.tag, "input.tag");
      loaders.clear();
      const reply = await imm.call("CreateProject", toWire("CreateProject", input));
      loaders.project.prime(reply.Project, { isDetailed: true });
      return reply;
    },
  }),
);
