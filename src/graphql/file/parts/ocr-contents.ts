import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";
import { BoundaryType } from "./boundary.ts";

export const OcrContentsType = builder.objectRef<wire.OCRContents>("OcrContents").implement({
  description: "Text in a picture. IMM does not support it.",
  fields: (t) => ({
    contents: t.exposeString("Contents", {
      nullable: true,
      description: "The text. Example: `欢迎使用智能媒体管理`.",
    }),
    language: t.exposeString("Language", {
      nullable: true,
      description: "Its language, by BCP 47. Example: `zh-hans`.",
    }),
    boundary: t.expose("Boundary", {
      type: BoundaryType,
      nullable: true,
      description: "Where it is in the picture.",
    }),
    confidence: t.exposeFloat("Confidence", {
      nullable: true,
      description: "How sure IMM is of it, 0 to 1. Example: `0.8254936695098877`.",
    }),
  }),
});
