import type { FieldRef } from "@pothos/core";
import { isLosslessNumber, parse, stringify } from "lossless-json";
import { builder } from "../schema/builder.ts";

type Types = (typeof builder)["$inferSchemaTypes"];

interface WithExif {
  EXIF?: string;
}

const ExifTagType = builder.objectRef<[tag: string, value: string | null]>("ExifTag").implement({
  description: "One tag of a picture's EXIF data.",
  fields: (t) => ({
    tag: t.string({
      nullable: true,
      description: "The tag's name. Example: `DateTime`.",
      resolve: ([tag]) => tag,
    }),
    value: t.string({
      nullable: true,
      description: "The tag's value, as text. Example: `2020:08:19 17:11:11`.",
      resolve: ([, value]) => value,
    }),
  }),
});

/** The fields about the EXIF data of what has such data. */
export function exifFields(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, WithExif>,
): Record<"exif" | "exifTag" | "exifTags", FieldRef<Types>> {
  return {
    exif: t.exposeString("EXIF", {
      nullable: true,
      description:
        'Its EXIF data, as JSON text. `exifTags` and `exifTag` read it. Example: `{"DateTime":{"value":"2020:08:19 17:11:11"}}`.',
    }),
    exifTags: t.field({
      type: [ExifTagType],
      nullable: true,
      description: "Its EXIF data, tag by tag. Empty if IMM's text can't be read.",
      resolve: ({ EXIF }) => (typeof EXIF === "string" ? readExif(EXIF) : null),
    }),
    exifTag: t.string({
      nullable: true,
      description: "The value of one tag of its EXIF data, as text; null if there is no such tag.",
      args: {
        tag: t.arg({
          type: "Text",
          required: true,
          description: "The tag's name, in the same case. Example: `Model`.",
        }),
      },
      resolve: ({ EXIF }, { tag }) =>
        (typeof EXIF === "string" ? readExif(EXIF) : []).find(([name]) => name === tag)?.[1],
    }),
  };
}

/** Reads EXIF data as OSS writes it: `{"DateTime":{"value":"…"}}`. What isn't of that form has no tags. */
function readExif(text: string): [tag: string, value: string | null][] {
  const tags = parsed(text);
  if (!isRecord(tags) || Array.isArray(tags)) return [];
  return Object.entries(tags).map(([tag, entry]: [string, unknown]) => [tag, valueOf(entry)]);
}

// A double has room for 15 digits. Plain parsing is several times faster.
const mayLoseDigits = /(?:\d\.?){16}|\d[eE][-+]?\d/;

function parsed(text: string): unknown {
  try {
    if (!mayLoseDigits.test(text)) return JSON.parse(text);
    return parse(text, undefined, { onDuplicateKey: ({ newValue }) => newValue });
  } catch {
    return undefined;
  }
}

function valueOf(entry: unknown): string | null {
  const value: unknown = isRecord(entry) && "value" in entry ? entry["value"] : entry;
  if (value === null || value === undefined) return null;
  return isRecord(value) ? stringify(value)! : String(value as boolean | number | string);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !isLosslessNumber(value);
}
