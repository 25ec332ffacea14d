import type * as wire from "../../../contract/wire.ts";
import { builder } from "../../schema/builder.ts";
import { exifFields } from "../exif.ts";
import { CroppingSuggestionType } from "./cropping-suggestion.ts";
import { OcrContentsType } from "./ocr-contents.ts";

export const ImageScoreType = builder.objectRef<wire.ImageScore>("ImageScore").implement({
  description: "How good a picture is, as a model sees it.",
  fields: (t) => ({
    overallQualityScore: t.exposeFloat("OverallQualityScore", {
      nullable: true,
      description: "Its quality as a whole, 0 to 1; more is better. Example: `0.736`.",
    }),
  }),
});

export const ImageType = builder.objectRef<wire.Image>("Image").implement({
  description: "A picture in a file, such as the cover of a song.",
  fields: (t) => ({
    imageWidth: t.expose("ImageWidth", {
      type: "Long",
      nullable: true,
      description: 'Its width, in pixels. Example: `"500"`.',
    }),
    imageHeight: t.expose("ImageHeight", {
      type: "Long",
      nullable: true,
      description: 'Its height, in pixels. Example: `"820"`.',
    }),
    ...exifFields(t),
    imageScore: t.expose("ImageScore", {
      type: ImageScoreType,
      nullable: true,
      description: "How good it is.",
    }),
    croppingSuggestions: t.expose("CroppingSuggestions", {
      type: [CroppingSuggestionType],
      nullable: true,
      description: "How it could be cropped. IMM does not support it.",
    }),
    ocrContents: t.expose("OCRContents", {
      type: [OcrContentsType],
      nullable: true,
      description: "The texts in it. IMM does not support it.",
    }),
  }),
});
