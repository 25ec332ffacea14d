import "./schema/scalars.ts";
import "./project/project.ts";
import "./project/projects.ts";
import "./project/create-project.ts";
import "./project/update-project.ts";
import "./project/delete-project.ts";
import "./dataset/dataset.ts";
import "./dataset/datasets.ts";
import "./dataset/create-dataset.ts";
import "./dataset/update-dataset.ts";
import "./dataset/delete-dataset.ts";
import "./task/task.ts";
import "./task/tasks.ts";
import "./viewer/viewer.ts";
import { builder } from "./schema/builder.ts";
import { resolveEntitiesSeparately } from "./subgraph/entities.ts";
import { resolveIdsSynchronously } from "./schema/node-ids.ts";

/** The graph: a federation subgraph that also serves alone. */
export const schema = builder.toSubGraphSchema({
  linkUrl: "https://specs.apollo.dev/federation/v2.6",
  // Left out, they are found by building the whole graph once more.
  federationDirectives: ["@inaccessible", "@key", "@shareable", "@tag"],
});

resolveEntitiesSeparately(schema);
resolveIdsSynchronously(schema);
