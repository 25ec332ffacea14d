import { builder } from "./builder.ts";

export const TimeRangeInput = builder.inputType("TimeRangeInput", {
  description: "A range of time. An end that is left out is open.",
  fields: (t) => ({
    start: t.field({ type: "DateTime", description: "From then. Example: `2021-06-29T14:50:13+08:00`." }),
    end: t.field({ type: "DateTime", description: "Until then. Example: `2021-06-30T14:50:13+08:00`." }),
  }),
});
