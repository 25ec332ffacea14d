import sharp, { type Exif } from "sharp";

export interface Picture {
  readonly width?: number;
  readonly height?: number;
  /** 1 to 8, as EXIF counts. Default: 1 if there are other tags, else none. */
  readonly orientation?: number;
  /** The camera's tags: Make, Model, DateTime, Software, Artist. */
  readonly ifd0?: Readonly<Record<string, string>>;
  /** How it was taken: DateTimeOriginal, SubSecTimeOriginal, OffsetTimeOriginal, FNumber, ISOSpeedRatings. */
  readonly exif?: Readonly<Record<string, string>>;
  /** Where: GPSLatitude as `"30/1 8/1 384/100"`, GPSLatitudeRef as `"N"`, and the same for the longitude. */
  readonly gps?: Readonly<Record<string, string>>;
  /** As red, green and blue. Default: a grey. */
  readonly colour?: { r: number; g: number; b: number };
}

/** A JPEG, 64 × 48 if no size is given, with the EXIF tags that are given. */
export async function jpegWithExif({ width = 64, height = 48, ...picture }: Picture = {}): Promise<Buffer> {
  const exif: Exif = {
    ...(picture.ifd0 && { IFD0: picture.ifd0 }),
    ...(picture.exif && { IFD2: picture.exif }),
    ...(picture.gps && { IFD3: picture.gps }),
  };
  const background = picture.colour ?? { r: 120, g: 130, b: 140 };
  const image = sharp({ create: { width, height, channels: 3, background } }).jpeg();
  if (Object.keys(exif).length > 0) image.withExif(exif);
  if (picture.orientation) image.withMetadata({ orientation: picture.orientation });
  return image.toBuffer();
}

/** The GPS tags of a place: degrees, south and west of it negative, to a ten-thousandth of a second. */
export function gpsAt(latitude: number, longitude: number): Record<string, string> {
  return {
    GPSLatitude: degrees(latitude),
    GPSLatitudeRef: latitude < 0 ? "S" : "N",
    GPSLongitude: degrees(longitude),
    GPSLongitudeRef: longitude < 0 ? "W" : "E",
  };
}

function degrees(value: number): string {
  const total = Math.round(Math.abs(value) * 3600 * 10_000);
  const seconds = total % 600_000;
  const minutes = (total - seconds) / 600_000;
  return `${Math.floor(minutes / 60)}/1 ${minutes % 60}/1 ${seconds}/10000`;
}

/** A picture taken in Hangzhou with a camera held upright: 30.13439, 120.074997, 2021-06-29 14:50:13.011 at +08:00. */
export function hangzhouPhoto(picture: Picture = {}): Promise<Buffer> {
  return jpegWithExif({
    orientation: 6,
    ...picture,
    ifd0: { Make: "Canon", Model: "EOS 5D", ...picture.ifd0 },
    exif: {
      DateTimeOriginal: "2021:06:29 14:50:13",
      SubSecTimeOriginal: "011",
      OffsetTimeOriginal: "+08:00",
      FNumber: "28/10",
      ...picture.exif,
    },
    gps: { ...gpsAt(30.134_39, 120.074_997), ...picture.gps },
  });
}
