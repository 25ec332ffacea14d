import type * as wire from "../../../contract/wire.ts";
import type { OpenFile } from "../../media/open-file.ts";
import { latLongOf, produceTimeOf } from "./place-and-time.ts";
import { type ExifTags, readTags } from "./tags.ts";
import { exifText } from "./text.ts";
import { type Found, type Operator, Unreadable } from "../operator.ts";
import { isReadBySharp, loadSharp } from "../sharp.ts";

/** The size of an image, and what its camera wrote into it. Width and height are as stored, before `Orientation`. */
export const exif: Operator = {
  name: "EXIF",
  failure: "The image is damaged, or not an image.",
  appliesTo: (contentType) => contentType.startsWith("image/"),
  run: async ({ file, contentType }) => {
    if (file.size === 0) throw new Unreadable("The file is empty.");
    return isReadBySharp(contentType) ? readWithSharp(file) : sizeByHead(file, contentType);
  },
};

const knownByHead = /^image\/(bmp|svg[+]xml)$/;
const headBytes = 128 * 1024;

async function readWithSharp(file: OpenFile): Promise<Found> {
  const sharp = await loadSharp();
  const input = file.whole() ?? file.path;
  const metadata = await sharp(input, { limitInputPixels: false }).metadata();
  const tags = metadata.exif ? await readTags(metadata.exif) : {};
  // Of HEIC, sharp tells none: its pixels turn by a property of their own.
  const orientation = metadata.orientation ?? orientationOf(tags);
  return { fields: fieldsOf(file, { ...metadata, orientation }, tags) };
}

function orientationOf({ Orientation }: ExifTags): number | undefined {
  return typeof Orientation === "number" && Orientation >= 1 && Orientation <= 8 ? Orientation : undefined;
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly orientation?: number | undefined;
  readonly format: string;
}

function fieldsOf(
  file: OpenFile,
  { width, height, orientation, format }: Size,
  tags: ExifTags,
): Partial<wire.File> {
  const ProduceTime = produceTimeOf(tags);
  const LatLong = latLongOf(tags);
  return {
    ImageWidth: width,
    ImageHeight: height,
    ...(orientation !== undefined && { Orientation: orientation }),
    ...(ProduceTime && { ProduceTime }),
    ...(LatLong && { LatLong }),
    EXIF: exifText(tags, { FileSize: file.size, Format: format, ImageHeight: height, ImageWidth: width }),
  };
}

/** The size of what sharp doesn't read, by the first bytes; what isn't known at all has none. */
async function sizeByHead(file: OpenFile, contentType: string): Promise<Found> {
  const { imageSize } = await import("image-size");
  try {
    const { width, height, type } = imageSize(file.read(0, headBytes));
    return { fields: fieldsOf(file, { width, height, format: type ?? "" }, {}) };
  } catch (error) {
    if (knownByHead.test(contentType)) throw error;
    return {};
  }
}
