import "./scalars.ts";
import "./project.ts";
import "./dataset.ts";
import { builder } from "./builder.ts";
import { isolateEntities } from "./entities.ts";

/** The graph: a federation subgraph that also serves alone. */
export const schema = builder.toSubGraphSchema({ linkUrl: "https://specs.apollo.dev/federation/v2.6" });

isolateEntities(schema);
