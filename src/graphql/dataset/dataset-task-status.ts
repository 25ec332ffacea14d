import type * as wire from "../../contract/wire.ts";
import { builder } from "../schema/builder.ts";

export const DatasetTaskStatusType = builder
  .objectRef<wire.DatasetTaskStatus>("DatasetTaskStatus")
  .implement({
    description: "How the last clustering task of a dataset went.",
    fields: (t) => ({
      status: t.exposeString("Status", { nullable: true, description: "Its state. Example: `Succeeded`." }),
      startTime: t.expose("StartTime", { type: "DateTime", nullable: true, description: "When it started." }),
      lastSucceededTime: t.expose("LastSucceededTime", {
        type: "DateTime",
        nullable: true,
        description: "When such a task last succeeded.",
      }),
    }),
  });
