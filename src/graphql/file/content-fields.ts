import { builder } from "../schema/builder.ts";
import { FileType } from "./file.ts";
import { ElementType } from "./parts/element.ts";
import { InsightsType } from "./parts/insights.ts";

builder.objectFields(FileType, (t) => ({
  pageCount: t.expose("PageCount", {
    type: "Long",
    nullable: true,
    description: 'How many pages the document has. IMM does not support it. Example: `"5"`.',
  }),
  semanticTypes: t.exposeStringList("SemanticTypes", {
    nullable: true,
    description: "Why a semantic search found it; null otherwise.",
  }),
  elements: t.expose("Elements", {
    type: [ElementType],
    nullable: true,
    description: "The fragments that a semantic search found in it; null otherwise.",
  }),
  insights: t.expose("Insights", {
    type: InsightsType,
    nullable: true,
    description: "A caption and a description. IMM does not support it.",
  }),
}));
