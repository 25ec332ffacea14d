import { jpegWithExif, type Picture } from "./jpeg-with-exif.ts";

/** A HEIC with EXIF: all that tells of a picture, and no pixels. */
export async function heic(picture: Picture = {}): Promise<Buffer> {
  const { width = 64, height = 48 } = picture;
  const exif = Buffer.concat([Buffer.alloc(4), tiffOf(await jpegWithExif(picture))]);
  const pixels = Buffer.alloc(16);
  const head = (start: number) =>
    Buffer.concat([
      box("ftyp", "heic", uint32(0), "mif1heic"),
      fullBox(
        "meta",
        0,
        fullBox("hdlr", 0, uint32(0), "pict", Buffer.alloc(13)),
        fullBox("pitm", 0, uint16(1)),
        fullBox("iinf", 0, uint16(2), item(1, "hvc1"), item(2, "Exif")),
        fullBox("iref", 0, box("cdsc", uint16(2), uint16(1), uint16(1))),
        box(
          "iprp",
          box("ipco", box("hvcC", hevc), fullBox("ispe", 0, uint32(width), uint32(height))),
          fullBox("ipma", 0, uint32(1), uint16(1), Buffer.from([2, 0x81, 2])),
        ),
        fullBox(
          "iloc",
          0,
          Buffer.from([0x44, 0]),
          uint16(2),
          place(1, start, pixels.length),
          place(2, start + pixels.length, exif.length),
        ),
      ),
    ]);
  const start = head(0).length + 8;
  return Buffer.concat([head(start), box("mdat", pixels, exif)]);
}

// Version 1, profile Main, level 3.1, 4:2:0, 8 bits, no parameter sets.
const hevc = Buffer.from("0101600000009000000000005df000fcfdf8f800000f00", "hex");

/** The EXIF block of a JPEG: from the byte order on. */
function tiffOf(jpeg: Buffer): Buffer {
  const start = jpeg.indexOf("Exif\0\0");
  if (start === -1) return Buffer.from("49492a0008000000000000000000", "hex");
  return jpeg.subarray(start + 6, start - 2 + jpeg.readUInt16BE(start - 2));
}

function box(type: string, ...content: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(content.map((part) => Buffer.from(part)));
  return Buffer.concat([uint32(body.length + 8), Buffer.from(type), body]);
}

function fullBox(type: string, version: number, ...content: (Buffer | string)[]): Buffer {
  return box(type, Buffer.from([version, 0, 0, 0]), ...content);
}

function item(id: number, type: string): Buffer {
  return fullBox("infe", 2, uint16(id), uint16(0), type, Buffer.alloc(1));
}

function place(id: number, offset: number, length: number): Buffer {
  return Buffer.concat([uint16(id), uint16(0), uint16(1), uint32(offset), uint32(length)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
