import { toWire } from "../contract/contract.ts";
import type * as wire from "../contract/wire.ts";
import { badInput } from "./bad-input.ts";
import { builder } from "./builder.ts";
import { connect, pageArguments } from "./connection.ts";
import { namesIn } from "./global-id.ts";
import { limitFields, limitInputs } from "./limits.ts";
import { requestIdField } from "./payload.ts";
import { ProjectTagInput, ProjectTagType } from "./project-tag.ts";
import { readReference } from "./reference.ts";
import { selectsBeyond, statisticsOf } from "./selection.ts";

export const ProjectType = builder.objectRef<wire.Project>("Project");

/** The fields of a project that its name alone answers. */
export const projectKeyFields: ReadonlySet<string> = new Set(["__typename", "datasets", "id", "projectName"]);

builder.node(ProjectType, {
  description: "A container of datasets, with the limits that new ones inherit. Its name can't be changed.",
  id: {
    description: "Opaque, unique in the whole graph; `node(id:)` takes it.",
    resolve: (project) => project.ProjectName,
  },
  loadWithoutCache: (id, { loaders }, info) =>
    loaders.project.load({ ProjectName: namesIn(id, 1)[0]!, ...statisticsOf(info, "Project") }),
  fields: (t) => ({
    projectName: t.exposeID("ProjectName", {
      description: "Unique in the account and region. Example: `test-project`.",
    }),
    description: t.exposeString("Description", {
      nullable: true,
      description: "What the project is for, in its owner's words. Example: `immtest`.",
    }),
    serviceRole: t.exposeString("ServiceRole", {
      nullable: true,
      description: "The RAM role by which IMM reads files in OSS. Example: `AliyunIMMDefaultRole`.",
    }),
    templateId: t.exposeString("TemplateId", {
      nullable: true,
      description: "The workflow template of datasets that name none. Example: `Official:ImageManagement`.",
    }),
    createTime: t.expose("CreateTime", {
      type: "DateTime",
      nullable: true,
      description: "When it was created.",
    }),
    updateTime: t.expose("UpdateTime", {
      type: "DateTime",
      nullable: true,
      description: "When it was last changed.",
    }),
    projectMaxDatasetCount: t.expose("ProjectMaxDatasetCount", {
      type: "ProjectMaxDatasetCount",
      nullable: true,
      description: "How many datasets it may hold. Example: `1000000000`.",
    }),
    ...limitFields(t, "a dataset that is created in it without a limit of its own"),
    projectQueriesPerSecond: t.expose("ProjectQueriesPerSecond", {
      type: "Count",
      nullable: true,
      description: "How many calls a second all callers of the project may make together. Example: `100`.",
    }),
    engineConcurrency: t.expose("EngineConcurrency", {
      type: "Count",
      nullable: true,
      description: "How many operators may work for it at the same time. Example: `100`.",
    }),
    datasetCount: t.expose("DatasetCount", {
      type: "Count",
      nullable: true,
      description: "How many datasets it holds. Example: `5`.",
    }),
    fileCount: t.field({
      type: "Long",
      nullable: true,
      description:
        'How many files its datasets hold; IMM counts those created before 20 December 2025. Counted only when selected; under a list or an update it costs one `GetProject` for each project. Example: `"10"`.',
      resolve: async (project, _args, { loaders }) =>
        (await loaders.project.withStatistics(project))?.FileCount,
    }),
    totalFileSize: t.field({
      type: "Long",
      nullable: true,
      description:
        'How many bytes those files have together. Costs what `fileCount` costs. Example: `"100000"`.',
      resolve: async (project, _args, { loaders }) =>
        (await loaders.project.withStatistics(project))?.TotalFileSize,
    }),
    tags: t.expose("Tags", {
      type: [ProjectTagType],
      nullable: true,
      description: "The tags that were put on it.",
    }),
  }),
});

builder.asEntity(ProjectType, {
  key: builder.selection<{ projectName: string }>("projectName"),
  resolveReference(reference, { loaders }, info) {
    const key = toWire("GetProject", readReference(reference, ["projectName"]));
    return selectsBeyond(info, "Project", projectKeyFields)
      ? loaders.project.load({ ...key, ...statisticsOf(info, "Project") })
      : key;
  },
});

const ProjectConnection = builder.connectionObject(
  {
    type: ProjectType,
    name: "ProjectConnection",
    description: "A page of projects, in the order of their names.",
  },
  { name: "ProjectEdge", description: "A project and where it stands in its list." },
);

const maxTags = 20;

builder.queryFields((t) => ({
  project: t.field({
    description: "One project, or null where there is none of that name.",
    type: ProjectType,
    nullable: true,
    args: { projectName: t.arg({ type: "ProjectName", required: true, description: "Its name." }) },
    resolve: (_root, key, { loaders }, info) =>
      loaders.project.load({ ...toWire("GetProject", key), ...statisticsOf(info, "Project") }),
  }),
  projects: t.field({
    description: "The account's projects in this region, in the order of their names.",
    type: ProjectConnection,
    nullable: true,
    args: {
      prefix: t.arg({
        type: "Prefix",
        description: "Only projects whose names begin with it. Default: all.",
      }),
      tag: t.arg({
        type: [ProjectTagInput],
        description: "Only projects that have all these tags, at most 20 pairs. Default: all.",
      }),
      ...pageArguments,
    },
    resolve(_root, { first, after, ...filter }, { imm }) {
      const tags = filter.tag?.length ?? 0;
      if (tags > maxTags) {
        const allowed = `0..${maxTags} pairs`;
        throw badInput({ field: "tag", sent: `${tags} pairs`, allowed, message: `There may be ${allowed}.` });
      }
      return connect<wire.Project>(
        { first, after },
        {
          action: "ListProjects",
          nameOf: ({ ProjectName }) => ProjectName,
          async list(page) {
            const reply = await imm.call("ListProjects", { ...toWire("ListProjects", filter), ...page });
            return { things: reply.Projects, nextToken: reply.NextToken };
          },
        },
      );
    },
  }),
}));

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
    serviceRole: t.string({
      description: "The RAM role by which IMM reads files in OSS. Default: `AliyunIMMDefaultRole`.",
    }),
    templateId: t.string({
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
    tag: t.field({ type: [ProjectTagInput], description: "The tags to put on it. Default: none." }),
  }),
});

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
    serviceRole: t.string({
      description: "The RAM role by which IMM reads files in OSS. Example: `AliyunIMMDefaultRole`.",
    }),
    templateId: t.string({
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
      description: "The tags that it shall have, in place of those that it has.",
    }),
  }),
});

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

const CreateProjectPayload = builder
  .objectRef<wire.CreateProjectResponseBody>("CreateProjectPayload")
  .implement({
    description: "The project that was created.",
    fields: (t) => ({
      project: t.expose("Project", { type: ProjectType, description: "As IMM answered it." }),
      ...requestIdField(t),
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

const DeleteProjectPayload = builder
  .objectRef<wire.DeleteProjectResponseBody & wire.DeleteProjectRequest>("DeleteProjectPayload")
  .implement({
    description: "The project that was deleted.",
    fields: (t) => ({
      deletedProjectId: t.globalID({
        description: "The `id` that it had.",
        resolve: ({ ProjectName }) => ({ type: ProjectType, id: ProjectName }),
      }),
      ...requestIdField(t),
    }),
  });

builder.mutationFields((t) => ({
  createProject: t.field({
    description:
      "Creates a project. `CONFLICT` where the name is taken, `LIMIT_EXCEEDED` where the account has no room for more.",
    type: CreateProjectPayload,
    args: {
      input: t.arg({ type: CreateProjectInput, required: true, description: "The project to create." }),
    },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const reply = await imm.call("CreateProject", toWire("CreateProject", input));
      loaders.project.prime(reply.Project, { counted: true });
      return reply;
    },
  }),
  updateProject: t.field({
    description:
      "Changes a project; IMM may take 5 minutes until the change works. `NOT_FOUND` where there is none of that name.",
    type: UpdateProjectPayload,
    args: { input: t.arg({ type: UpdateProjectInput, required: true, description: "What to change." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const reply = await imm.call("UpdateProject", toWire("UpdateProject", input));
      loaders.project.prime(reply.Project, { counted: false });
      return reply;
    },
  }),
  deleteProject: t.field({
    description:
      "Deletes a project, for good. `CONFLICT` while it holds anything, `NOT_FOUND` where there is none of that name.",
    type: DeleteProjectPayload,
    args: { input: t.arg({ type: DeleteProjectInput, required: true, description: "Which project." }) },
    async resolve(_root, { input }, { imm, loaders }) {
      loaders.clear();
      const key = toWire("DeleteProject", input);
      return { ...key, ...(await imm.call("DeleteProject", key)) };
    },
  }),
}));
