import type * as wire from "../../contract/wire.ts";
import { badInput } from "../input/bad-input.ts";
import { builder } from "../schema/builder.ts";

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
    key: t.field({
      type: "TagKey",
      required: true,
      description: "The tag's key, once in a list. Example: `team`.",
    }),
    value: t.field({ type: "Text", description: "The tag's value. Default: empty. Example: `media`." }),
  }),
});

/** Refuses a list of tags in which a key comes twice. `field` is where the list stands. */
export function checkTags(tags: readonly { key: string }[] | null | undefined, field: string): void {
  const seen = new Set<string>();
  for (const [index, { key }] of (tags ?? []).entries()) {
    if (seen.has(key)) {
      throw badInput({ field: `${field}[${index}].key`, sent: key, message: "A key comes once in a list." });
    }
    seen.add(key);
  }
}
