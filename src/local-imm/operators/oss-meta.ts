import { createHash } from "node:crypto";
import type { OpenFile } from "../media/open-file.ts";
import { canBeWritten, formatTime } from "../time.ts";
import { lazily } from "./lazily.ts";
import { type Operator, Unreadable } from "./operator.ts";

// OSS takes no object larger than this in one request, and its hashes would take a minute here.
const largest = 5 * 1024 ** 3;

/** What OSS tells of an object. What it tells only if it was set, such as tags, is absent. */
export const ossMeta: Operator = {
  name: "OSSMeta",
  failure: "The file can't be read.",
  appliesTo: () => true,
  run: async ({ file }) => {
    const fields = {
      Filename: file.key,
      Size: file.stamp.size,
      ...(canBeWritten(file.stamp.mtimeNs) && { FileModifiedTime: formatTime(file.stamp.mtimeNs) }),
      OSSObjectType: "Normal",
      OSSStorageClass: "Standard",
      ObjectACL: "default",
    };
    if (file.size > largest) throw new Unreadable("The file is larger than 5 GiB.", { fields });
    const { md5, crc64 } = await hash(file);
    const hex = md5.toString("hex");
    const hashes = { ETag: `"${hex.toUpperCase()}"`, FileHash: hex, ContentMd5: md5.toString("base64") };
    return { fields: { ...fields, ...hashes, OSSCRC64: crc64 } };
  },
};

const shared = lazily(async () => (await import("hash-wasm")).createCRC64());

async function hash(file: OpenFile): Promise<{ md5: Buffer; crc64: string }> {
  const md5 = createHash("md5");
  const whole = file.whole();
  if (whole) {
    const crc = (await shared()).init().update(whole).digest("hex");
    return { md5: md5.update(whole).digest(), crc64: BigInt(`0x${crc}`).toString() };
  }
  // Others hash between two chunks of this one.
  const { createCRC64 } = await import("hash-wasm");
  const crc = (await createCRC64()).init();
  for await (const chunk of file.chunks()) {
    md5.update(chunk);
    crc.update(chunk);
  }
  return { md5: md5.digest(), crc64: BigInt(`0x${crc.digest("hex")}`).toString() };
}
