import type { Random } from "./random.ts";

/** A file of the dataset that is asked, as it was read and labelled. */
export interface Photo {
  readonly URI: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const labels = [
  ...["cat", "dog", "beach", "sunset", "mountain", "car", "food", "people"],
  ...["tree", "sky", "flower", "river", "night", "snow", "city"],
];
const cities = ["杭州市", "上海市", "北京市", "深圳市", "广州市", "成都市"];
const words = [
  ...["西湖", "的", "天空", "海边", "夏天", "IMG", "DSC"],
  ...["trip", "family", "beach", "sunset", "party"],
];
const widths = [640, 800, 1024, 1920, 4000].flatMap((width) =>
  Array.from({ length: 8 }, (_, n) => width + n),
);

/** The name of the n-th file, without its folder. */
export const nameOf = (n: number) => `IMG_${String(n).padStart(7, "0")}`;

/** The n-th of many files: some 1.3 kB each. What differs from file to file is taken from `random`. */
export function makePhoto(n: number, random: Random): Photo {
  const key = `${random.of(["2021", "2022", "2023"])}/${random.of(words)}${random.of(words)}/${nameOf(n)}.jpg`;
  const hash = Array.from({ length: 8 }, () => random.below(65_536).toString(16).padStart(4, "0")).join("");
  const taken = `${new Date(1.6e12 + random.below(1e11)).toISOString().slice(0, 19)}+08:00`;
  const fields = {
    ...{ Filename: key, Size: random.below(1e7), FileModifiedTime: taken, FileHash: hash },
    ...{ ETag: `"${hash.toUpperCase()}"`, ContentMd5: hash.slice(0, 24) },
    ...{ OSSObjectType: "Normal", OSSStorageClass: "Standard", ObjectACL: "default" },
    OSSCRC64: String(BigInt(`0x${hash.slice(0, 16)}`)),
    MediaType: random.chance(0.8) ? "image" : random.of(["video", "document"]),
    ContentType: random.of(["image/jpeg", "image/png", "image/webp"]),
    ImageWidth: random.of(widths),
    ImageHeight: random.of([480, 600, 768, 1080, 3000]),
    Orientation: 1,
    ...(random.chance(0.9) && { ProduceTime: taken }),
    ...(random.chance(0.5) && { LatLong: makePlace(random) }),
    Labels: Array.from({ length: random.below(5) }, () => makeLabel(random)),
    Addresses: [makeAddress(random)],
    CustomLabels: { trip: random.of(["paris", "rome", "oslo", "kyoto"]), album: `album-${n % 1000}` },
    Title: `${random.of(words)} ${random.of(words)}`,
    EXIF: JSON.stringify({
      ...{ Model: { value: "X100" }, DateTime: { value: taken.slice(0, 19).replaceAll("-", ":") } },
      ...{ FNumber: { value: "28/10" }, ISOSpeedRatings: { value: "200" } },
    }),
  };
  return { URI: `oss://photos/${key}`, fields };
}

const makePlace = (random: Random) =>
  `${(30 + 2 * random.number()).toFixed(6)},${(119 + 3 * random.number()).toFixed(6)}`;

const makeLabel = (random: Random) => ({
  LabelName: random.chance(0.01) ? `rare-${random.below(100)}` : random.of(labels),
  LabelConfidence: random.below(1001) / 1000,
  LabelLevel: 1,
  Language: "zh-Hans",
});

const makeAddress = (random: Random) => ({
  ...{ Country: "中国", Province: "浙江省", City: random.of(cities), District: "西湖区" },
  ...{ AddressLine: `文三路${random.below(1000)}号`, Language: "zh-Hans" },
});
