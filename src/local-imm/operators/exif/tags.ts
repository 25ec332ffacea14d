import { lazily } from "../lazily.ts";

/** A tag's value as EXIF stores it: text, a number, a fraction as two numbers, or a list of them. */
export type ExifValue = string | number | readonly ExifValue[];
export type ExifTags = Readonly<Record<string, ExifValue>>;

// The largest block that a JPEG holds is 64 kB; other formats have no limit.
const longestBlock = 256 * 1024;

const excludeTags = {
  xmp: true,
  icc: true,
  iptc: true,
  makerNotes: true,
  thumbnail: true,
  mpf: true,
  photoshop: true,
} as const;

const loadReader = lazily(() => import("exifreader"));

/** The tags of an EXIF block, by the names that OSS gives them; none if it is damaged. */
export async function readTags(block: Buffer): Promise<ExifTags> {
  const { default: exifReader } = await loadReader();
  const start = block.subarray(0, 6).toString("latin1") === "Exif\0\0" ? 6 : 0;
  try {
    const bytes = Buffer.from(block.subarray(start, start + longestBlock));
    const { exif = {} } = exifReader.load(bytes, { async: false, expanded: true, excludeTags });
    return Object.fromEntries(
      Object.entries(exif as Readonly<Record<string, Tag>>).flatMap(([name, tag]) => {
        const value = isText(name) ? tag.description : tag.value;
        return isValue(value) && !unread.has(name) ? [[names[name] ?? name.replaceAll(" ", ""), value]] : [];
      }),
    );
  } catch {
    return {};
  }
}

interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
}

const names: Readonly<Record<string, string>> = {
  "Exif IFD Pointer": "ExifTag",
  "GPS Info IFD Pointer": "GPSTag",
  "Interoperability IFD Pointer": "InteroperabilityTag",
};

// Bytes that only their maker understands, and pictures.
const unread = new Set(["MakerNote", "Thumbnail", "Images"]);

/** Texts that EXIF stores as bytes in an encoding of their own. */
function isText(name: string): boolean {
  return name === "UserComment" || name.startsWith("XP");
}

function isValue(value: unknown): value is ExifValue {
  return (
    typeof value === "string" || typeof value === "number" || (Array.isArray(value) && value.every(isValue))
  );
}
