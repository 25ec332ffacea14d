import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";
import { BoundaryType } from "./boundary.ts";

export const CroppingSuggestionType = builder
  .objectRef<wire.CroppingSuggestion>("CroppingSuggestion")
  .implement({
    description: "How a picture could be cropped. IMM does not support it.",
    fields: (t) => ({
      aspectRatio: t.exposeString("AspectRatio", {
        nullable: true,
        description: "The shape of what is left, width to height. Example: `2:3`.",
      }),
      boundary: t.expose("Boundary", { type: BoundaryType, nullable: true, description: "What is left." }),
      confidence: t.exposeFloat("Confidence", {
        nullable: true,
        description: "How sure IMM is of it, 0 to 1. Example: `0.742`.",
      }),
    }),
  });
