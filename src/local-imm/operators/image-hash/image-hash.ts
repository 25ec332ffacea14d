import type { Metadata, Sharp } from "sharp";
import type { OpenFile } from "../../media/open-file.ts";
import type { Operator } from "../operator.ts";
import { isReadBySharp, loadSharp } from "../sharp.ts";
import { hashGreys, side } from "./dct-hash.ts";
import { oneByOne } from "./one-by-one.ts";
import { upright } from "./orientation.ts";

/**
 * What a picture looks like, by which those are found that look like it. One whose pixels can't be read has no hash, which
 * is no failure: what is wrong with it, EXIF says. HEIC has none: its pixels sharp doesn't read.
 */
export const imageHash: Operator = {
  name: "ExtractImageEmbeddings",
  failure: "The image is damaged, or not an image.",
  appliesTo: isReadBySharp,
  run: async ({ file }) => {
    const hash = await readHash(file).catch(() => undefined);
    return hash === undefined ? {} : { imageHash: hash };
  },
};

// Waiting for three others included, less than a file may take.
const longestSeconds = 7;

async function readHash(file: OpenFile): Promise<string | undefined> {
  if (file.size === 0) return undefined;
  const sharp = await loadSharp();
  const input = file.whole() ?? file.path;
  const metadata = await sharp(input, { limitInputPixels: false }).metadata();
  const pixels = metadata.width * metadata.height;
  const { most, isHeld } = limitOf(metadata);
  if (pixels > most) return undefined;
  const greys = () =>
    // A mere warning is common; what is cut off would be hashed as grey.
    readGreys(sharp(input, { limitInputPixels: most, failOn: "error" }));
  const stored = await (isHeld && pixels > mostHeldAtOnce ? oneByOne(greys) : greys());
  return stored && hashGreys(upright(stored, side, metadata.orientation ?? 1));
}

async function readGreys(image: Sharp): Promise<Uint8Array | undefined> {
  const { data, info } = await image
    .timeout({ seconds: longestSeconds })
    // JPEG and WebP would else be rounded to an eighth first, which moves what is on them.
    .resize(side, side, { fit: "fill", fastShrinkOnLoad: false })
    .flatten({ background: "white" })
    .toColourspace("b-w")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return info.channels === 1 ? data : undefined;
}

interface PixelLimit {
  readonly most: number;
  /** Whether it stands in memory as a whole, and isn't read row by row. */
  readonly isHeld: boolean;
}

const mostHeldAtOnce = 4_000_000;

/** So that decoding takes at most half of the memory that the process has: AVIF takes 19 bytes a pixel, others up to 8. */
function limitOf({ format, isProgressive }: Metadata): PixelLimit {
  if (format === "heif") return { most: 20_000_000, isHeld: true };
  const isReadByRows = (format === "jpeg" || format === "png") && isProgressive !== true;
  return isReadByRows ? { most: 0x3f_ff ** 2, isHeld: false } : { most: 50_000_000, isHeld: true };
}
