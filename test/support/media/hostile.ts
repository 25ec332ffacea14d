import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import { pdfOf } from "./pdf.ts";

/** A PNG that claims so many pixels a side, and has none. */
export function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(Buffer.alloc(1000))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const frame = Buffer.alloc(4);
  frame.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([frame, body, check]);
}

/** A document of Word whose first entry is of 256 MiB, and of 256 kB as stored. */
export function zipBomb(): Buffer {
  const content = Buffer.alloc(256 * 1024 * 1024);
  const stored = deflateRawSync(content);
  const name = Buffer.from("[Content_Types].xml");
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(stored.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name, stored]);
}

/** A PDF whose page tree contains itself. */
export function pdfLoop(): Buffer {
  return pdfOf(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 5 >>"]);
}

/** A PDF that claims so many pages, and has one. */
export function pdfThatCounts(pages: number): Buffer {
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [3 0 R] /Count ${pages} >>`,
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>",
  ]);
}

/** A PDF of a page whose content is so many MiB of text, and a thousandth of that as stored. */
export function pdfBomb(mebibytes: number): Buffer {
  const line = Buffer.from("BT (bomb) Tj ET\n".repeat(65_536));
  const content = deflateSync(Buffer.concat(Array.from({ length: mebibytes }, () => line)));
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R >>",
    `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content.toString("latin1")}\nendstream`,
  ]);
}

/** An SVG with so many elements one in the other. */
export function deepSvg(depth: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${"<g>".repeat(depth)}${"</g>".repeat(depth)}</svg>`,
  );
}

/** A JPEG without pixels, with this EXIF block. */
export function jpegOfExif(block: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(block.length + 8);
  return Buffer.concat([
    Buffer.from("ffd8ffe1", "hex"),
    length,
    Buffer.from("Exif\0\0"),
    block,
    // 48 × 64 pixels in grey, and the end.
    Buffer.from("ffc0000b080030004001011100ffda0008010100003f00ffd9", "hex"),
  ]);
}

/** An EXIF block whose directory contains itself, and follows itself. */
export function exifLoop(): Buffer {
  const block = Buffer.alloc(26);
  block.write("II*\0", "latin1");
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(1, 8);
  block.writeUInt16LE(0x87_69, 10);
  block.writeUInt16LE(4, 12);
  block.writeUInt32LE(1, 14);
  block.writeUInt32LE(8, 18);
  block.writeUInt32LE(8, 22);
  return block;
}

/** An EXIF block of 400 tags, each of them the same 55 kB of text. */
export function exifOfManyTags(): Buffer {
  const count = 400;
  const text = Buffer.from(`${"x".repeat(54_999)}\0`);
  const block = Buffer.alloc(10 + count * 12 + 4);
  block.write("II*\0", "latin1");
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(count, 8);
  for (let index = 0; index < count; index++) {
    const start = 10 + index * 12;
    // ImageDescription, Make, Model, Software, Artist, Copyright, and so on.
    block.writeUInt16LE([0x01_0e, 0x01_0f, 0x01_10, 0x01_31, 0x01_3b, 0x82_98][index % 6]!, start);
    block.writeUInt16LE(2, start + 2);
    block.writeUInt32LE(text.length, start + 4);
    block.writeUInt32LE(block.length, start + 8);
  }
  return Buffer.concat([block, text]);
}

/** An MP4 whose `moov` box claims to be as large as 64 bits tell. */
export function absurdMp4(): Buffer {
  return Buffer.from(
    "000000186674797069736f6d0000020069736f6d6d703431000000016d6f6f767fffffffffffffff0000006c6d76686400000000",
    "hex",
  );
}

/** A WAV whose header claims 4 GiB of samples. */
export function absurdWav(wav: Buffer): Buffer {
  const bytes = Buffer.from(wav);
  bytes.writeUInt32LE(0xff_ff_ff_ff, 4);
  bytes.writeUInt32LE(0xff_ff_ff_f0, bytes.indexOf("data") + 4);
  return bytes;
}

/** An EXIF block with an artist, in these bytes (at least four). */
export function exifWithArtist(artist: Buffer): Buffer {
  const block = Buffer.alloc(26);
  block.write("II*\0", "latin1");
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(1, 8);
  block.writeUInt16LE(0x01_3b, 10);
  block.writeUInt16LE(2, 12);
  block.writeUInt32LE(artist.length + 1, 14);
  block.writeUInt32LE(26, 18);
  return Buffer.concat([block, artist, Buffer.alloc(1)]);
}
