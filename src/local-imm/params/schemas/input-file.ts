import { z } from "zod";
import type { InputFile } from "../../../contract/wire.ts";
import { choice } from "./choice.ts";
import { labelsUpTo } from "./labels.ts";
import { type Rules, model } from "./model.ts";
import { text } from "./text.ts";
import { timeText } from "./time-range.ts";

const maxUri = 2048;

/** Where a file is. IMM takes no other addresses; that a local one leads to a file is found out when it is read. */
export const fileUri: z.ZodType<string> = text(maxUri).refine(
  (value) => /^(oss:\/\/[^/]+|pds:\/\/domains)\/./s.test(value),
  "must be oss://bucket/key or pds://domains/…",
);

const latLong = text().refine(isLatLong, "must be latitude,longitude, such as 30.134390,120.074997");

const rules: Rules = {
  "InputFile.URI": fileUri,
  // More than a file may have are its own failure, not that of all others in a batch.
  "InputFile.CustomLabels": labelsUpTo(1000),
  "InputFile.LatLong": latLong,
  "InputFile.MediaType": choice(["image", "other", "document", "archive", "video", "audio"]),
  "InputFile.ProduceTime": timeText,
};

/** A file to index: all that may be given of it, but its Figures, which only an update takes. */
export const inputFile: z.ZodType<Omit<InputFile, "Figures">> = model<InputFile>(
  "InputFile",
  rules,
).transform(({ Figures: _updatesOnly, ...file }) => file);

/** What an update changes of a file; what else is sent is left out. */
export interface FileUpdate {
  readonly URI: string;
  readonly CustomId?: string | undefined;
  readonly CustomLabels?: Record<string, string> | undefined;
  readonly Figures?: InputFile["Figures"] | undefined;
}

/** A file to update. */
export const fileUpdate: z.ZodType<FileUpdate> = model<InputFile>("InputFile", rules).transform(
  ({ URI, CustomId, CustomLabels, Figures }) => ({
    URI,
    CustomId,
    CustomLabels: CustomLabels as Record<string, string> | undefined,
    Figures,
  }),
);

function isLatLong(value: string): boolean {
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d+)?),\s?(-?\d{1,3}(?:\.\d+)?)$/.exec(value) ?? [];
  return latitude !== undefined && Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180;
}
