import { toWire } from "../../contract/contract.ts";
import type * as wire from "../../contract/wire.ts";
import { badInput } from "../input/bad-input.ts";
import { callsAction } from "../schema/action-extensions.ts";
import { builder } from "../schema/builder.ts";
import { connect, pageArguments } from "../paging/connection.ts";
import { checkTags, ProjectTagInput } from "./project-tag.ts";
import { ProjectType } from "./project.ts";

const ProjectConnection = builder.connectionObject(
  {
    type: ProjectType,
    name: "ProjectConnection",
    description: "A page of projects, in the order of their names.",
  },
  { name: "ProjectEdge", description: "A project and where it stands in its list." },
);

const maxTags = 20;

const size = { max: 200, default: 100 };

builder.queryField("projects", (t) =>
  t.field({
    description: "The account's projects in this region, in the order of their names.",
    type: ProjectConnection,
    nullable: true,
    ...callsAction("ListProjects", size),
    args: {
      prefix: t.arg({
        type: "Prefix",
        description: "Only projects whose names begin with it. Default: all. Example: `test`.",
      }),
      tag: t.arg({
        type: [ProjectTagInput],
        description: "Only projects that have all these tags, at most 20 pairs. Default: all.",
      }),
      ...pageArguments(size),
    },
    resolve(_root, { first, after, ...filter }, { imm }, info) {
      const tags = filter.tag?.length ?? 0;
      if (tags > maxTags) {
        const allowed = `0..${maxTags} pairs`;
        throw badInput({ field: "tag", sent: `${tags} pairs`, allowed, message: `There may be ${allowed}.` });
      }
      checkTags(filter.tag, "tag");
      return connect<wire.Project>({ first, after }, info, {
        action: "ListProjects",
        size,
        keyOf: ({ ProjectName }) => ProjectName,
        async list(page) {
          const reply = await imm.call("ListProjects", { ...toWire("ListProjects", filter), ...page });
          return { items: reply.Projects, nextToken: reply.NextToken };
        },
      });
    },
  }),
);
