import type * as wire from "../../contract/wire.ts";
import { builder } from "../builder.ts";

export const ProjectTagType = builder.objectRef<wire.ProjectTags>("ProjectTag").implement({
  description: "One tag of a project.",
  fields: (t) => ({
    tagKey: t.exposeString("TagKey", { nullable: true, description: "The tag's key. Example: `team`." }),
    tagValue: t.exposeString("TagValue", {
      nullable: true,
      description: "The tag's value. Example: `media`.",
    }),
  }),
});

export const ProjectTagInput = builder.inputType("ProjectTagInput", {
  description: "One tag of a project.",
  fields: (t) => ({
    key: t.field({ type: "Text", required: true, description: "The tag's key. Example: `team`." }),
    value: t.field({ type: "Text", description: "The tag's value. Default: empty. Example: `media`." }),
  }),
});
