import { parseOssUri } from "../../buckets/oss-uri.ts";
import { invalid } from "../../http/fault.ts";
import { missing } from "../../indexing/read-queued.ts";
import type { Context } from "../operation.ts";

/** What a picture in a bucket looks like. */
export async function hashOf(URI: string, { buckets, reader }: Context): Promise<string> {
  const name = parseOssUri(URI);
  const root = name && buckets.folderOf(name.bucket);
  if (!name || root === undefined || buckets.isOurs(root, name.key)) throw refused(missing);
  const { key } = name;
  const { imageHash, reason } = await reader.read({ root, key, operators: ["ExtractImageEmbeddings"] });
  if (imageHash !== undefined) return imageHash;
  throw refused(reason ?? "The file isn't a picture whose pixels can be compared.");
}

function refused(reason: string) {
  return invalid("SourceURI", reason.replace(/^\[\w+\] /, ""));
}
