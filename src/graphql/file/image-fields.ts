import { builder } from "../schema/builder.ts";
import { exifFields } from "./exif.ts";
import { FileType } from "./file.ts";
import { CroppingSuggestionType } from "./parts/cropping-suggestion.ts";
import { FigureType } from "./parts/figure.ts";
import { ImageScoreType } from "./parts/image.ts";
import { OcrContentsType } from "./parts/ocr-contents.ts";

builder.objectFields(FileType, (t) => ({
  imageWidth: t.expose("ImageWidth", {
    type: "Long",
    nullable: true,
    description: 'The width of the picture, in pixels. Example: `"270"`.',
  }),
  imageHeight: t.expose("ImageHeight", {
    type: "Long",
    nullable: true,
    description: 'The height of the picture, in pixels. Example: `"500"`.',
  }),
  orientation: t.expose("Orientation", {
    type: "Long",
    nullable: true,
    description:
      'How to turn the picture for display, from its EXIF data, 1 to 8; null if those have no orientation. Example: `"6"`.',
  }),
  ...exifFields(t),
  imageScore: t.expose("ImageScore", {
    type: ImageScoreType,
    nullable: true,
    description: "How good the picture is.",
  }),
  figureCount: t.expose("FigureCount", {
    type: "Long",
    nullable: true,
    description: 'How many people are in it. Example: `"10"`.',
  }),
  figures: t.expose("Figures", { type: [FigureType], nullable: true, description: "The people in it." }),
  ocrTexts: t.exposeString("OCRTexts", {
    nullable: true,
    description: "The text in the picture. Example: `阿里云IMM`.",
  }),
  ocrContents: t.expose("OCRContents", {
    type: [OcrContentsType],
    nullable: true,
    description: "The texts in the picture, each with its place. IMM does not support it.",
  }),
  croppingSuggestions: t.expose("CroppingSuggestions", {
    type: [CroppingSuggestionType],
    nullable: true,
    description: "How the picture could be cropped. IMM does not support it.",
  }),
}));
