import { builder } from "../schema/builder.ts";

export const TaskTagType = builder.objectRef<[key: string, value: unknown]>("TaskTag").implement({
  description: "One tag of a task.",
  fields: (t) => ({
    tagKey: t.string({
      nullable: true,
      description: "The tag's key. Example: `test`.",
      resolve: ([key]) => key,
    }),
    tagValue: t.string({
      nullable: true,
      description: "The tag's value. Example: `val1`.",
      resolve: ([, value]) => (value === null || value === undefined ? null : String(value)),
    }),
  }),
});
