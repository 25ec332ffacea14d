import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { startBucket } from "../../support/media/bucket.ts";
import { heic } from "../../support/media/heic.ts";
import { gpsAt, hangzhouPhoto } from "../../support/media/jpeg-with-exif.ts";
import { mkv, mp4 } from "../../support/media/mp4.ts";
import { pdf } from "../../support/media/pdf.ts";
import { wav } from "../../support/media/wav.ts";

const mutations = Number(process.env.FUZZ_MUTATIONS ?? 40);

describe("mutated files", () => {
  it("are all answered, and each answer can be stored", async () => {
    const seed = Number(process.env.FUZZ_SEED ?? 18);
    const random = randomOf(seed);
    const errors: unknown[] = [];
    await using bucket = await startBucket({ onError: (error) => errors.push(error) });
    const files = Object.entries(await originals()).flatMap(([name, original]) =>
      Array.from(
        { length: mutations },
        (_, index) => [`${index}-${name}`, mutate(original, random)] as const,
      ),
    );
    for (const [key, content] of files) await bucket.put(key, content);

    const readings = await Promise.all(files.map(async ([key]) => [key, await bucket.read(key)] as const));

    const wrong = readings.flatMap(([key, { fields, reason = "[InvalidArgument] " }]) => {
      const isAnswer = fields.Filename === key && /^\[(InvalidArgument|InternalError)\] /.test(reason);
      return [...(isAnswer ? [] : [`${key}: ${reason}`]), ...problems(fields, key)];
    });
    expect(wrong).toEqual([]);
    // No library has been found to run for ever or to crash.
    expect(errors.map(String)).toEqual([]);
  });
});

async function originals(): Promise<Record<string, Buffer>> {
  const image = sharp({ create: { width: 40, height: 30, channels: 3, background: "blue" } });
  return {
    "a.jpg": await hangzhouPhoto(),
    "a.heic": await heic({ gps: gpsAt(30, 120) }),
    "a.png": await image
      .clone()
      .png()
      .withExif({ IFD0: { Make: "Canon" } })
      .toBuffer(),
    "a.webp": await image
      .clone()
      .webp()
      .withExif({ IFD0: { Make: "Canon" } })
      .toBuffer(),
    "a.tiff": await image.clone().tiff().toBuffer(),
    "a.gif": await image.clone().gif().toBuffer(),
    "a.mp4": await mp4({ tags: { title: "Film" } }),
    "a.mkv": await mkv({ tags: { title: "Film" } }),
    "a.wav": wav({ seconds: 0.1, tags: { INAM: "Sound" } }),
    "a.pdf": pdf("Hello", "World"),
  };
}

/** Some bytes changed, some left out or doubled, or the end cut off. */
function mutate(original: Buffer, random: () => number): Buffer {
  let bytes = Buffer.from(original);
  const at = () => Math.floor(random() * bytes.length);
  for (let count = Math.ceil(random() * 8); count > 0 && bytes.length > 0; count--) {
    const position = at();
    const kind = random();
    if (kind < 0.5) bytes[position] = Math.floor(random() * 256);
    else if (kind < 0.7)
      bytes.fill(random() < 0.5 ? 0xff : 0, position, Math.min(position + 4, bytes.length));
    else if (kind < 0.8) bytes = bytes.subarray(0, position);
    else if (kind < 0.9) bytes = Buffer.concat([bytes.subarray(0, position), bytes.subarray(at())]);
    else bytes = Buffer.concat([bytes.subarray(0, position), bytes.subarray(Math.floor(position / 2))]);
  }
  return bytes;
}

/** What of a reading a store couldn't keep. */
function problems(value: unknown, path = ""): string[] {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\0") ? [] : [path];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => problems(member, `${path}.${name}`));
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
