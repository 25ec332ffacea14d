import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

// Pixels are noise, so that the files are as large as small photos are.
const different = 20;

/** Writes so many pictures into folders of a hundred, no two of the same bytes, and returns their keys. */
export async function writePictures(folder: string, count: number): Promise<string[]> {
  const pictures = await Promise.all(Array.from({ length: different }, (_, n) => makePicture(n)));
  return writeFiles(folder, count, "jpg", (n) =>
    // What comes after the end of a picture isn't part of it.
    Buffer.concat([pictures[n % different]!, Buffer.from(String(n))]),
  );
}

/** Writes so many files of a few bytes into folders of a hundred, and returns their keys. */
export function writeSmallFiles(folder: string, count: number): Promise<string[]> {
  return writeFiles(folder, count, "txt", (n) => Buffer.from(String(n)));
}

async function writeFiles(
  folder: string,
  count: number,
  ending: string,
  contentOf: (n: number) => Buffer,
): Promise<string[]> {
  const keys: string[] = [];
  for (let n = 0; n < count; n++) {
    const inside = `album-${String(Math.floor(n / 100)).padStart(4, "0")}`;
    if (n % 100 === 0) await mkdir(join(folder, inside), { recursive: true });
    const key = `${inside}/IMG_${String(n).padStart(6, "0")}.${ending}`;
    await writeFile(join(folder, key), contentOf(n));
    keys.push(key);
  }
  return keys;
}

function makePicture(n: number): Promise<Buffer> {
  const taken = `2024:05:${String((n % 28) + 1).padStart(2, "0")} 12:00:00`;
  return sharp({
    create: {
      ...{ width: 320, height: 240, channels: 3, background: { r: n * 12, g: 120, b: 200 } },
      noise: { type: "gaussian", mean: 128, sigma: 20 },
    },
  })
    .withExif({
      IFD0: { Make: "Atlas", Model: "A1", Orientation: "6", DateTime: taken, Software: "bench" },
      IFD2: {
        DateTimeOriginal: taken,
        SubSecTimeOriginal: "125",
        OffsetTimeOriginal: "+08:00",
        ExposureTime: "1/250",
        FNumber: "28/10",
        ISOSpeedRatings: "200",
        FocalLength: "35/1",
        LensModel: "35mm F2.8",
      },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "30/1 8/1 384/100",
        GPSLongitudeRef: "E",
        GPSLongitude: "120/1 4/1 3000/100",
      },
    })
    .jpeg({ quality: 80 })
    .toBuffer();
}
