import type * as wire from "../../contract/wire.ts";
import { detectType } from "../operators/mime/detect-type.ts";
import { type Found, type Operator, Unreadable } from "../operators/operator.ts";
import { operators } from "../operators/operators.ts";
import { clean, cleanText } from "./clean.ts";
import type { Reading, ReadRequest } from "./messages.ts";
import { type OpenFile, openFile } from "./open-file.ts";

const longestText = 1024 * 1024;

/** Reads a file with its operators, one after the other. What one can't read, another may. */
export async function readFile(request: ReadRequest, onProgress: () => void): Promise<Reading> {
  const opened = openFile(request.root, request.key, onProgress);
  if (opened === "missing") return { fields: {}, reason: "[InvalidArgument] File does not exist." };
  if (opened === "unreadable") return { fields: {}, reason: "[InternalError] The file can't be read." };
  using file = opened;
  const found = await runAll(file, request);
  return {
    stamp: file.stamp,
    fields: clean(found.fields),
    ...(found.text && { text: cleanText(found.text, longestText) }),
    ...(found.imageHash && { imageHash: found.imageHash }),
    ...(found.reason && { reason: found.reason }),
    ...(file.hasChanged() && { changed: true }),
  };
}

interface AllFound {
  fields: Partial<wire.File>;
  text?: string | undefined;
  imageHash?: string | undefined;
  reason?: string;
}

async function runAll(file: OpenFile, request: ReadRequest): Promise<AllFound> {
  const chosen = operators.filter(({ name }) => request.operators.includes(name));
  const needsType = chosen.some(({ name }) => name !== "OSSMeta");
  const contentType = needsType ? plain(request.contentType) || (await detectType(file)) : "";
  const all: AllFound = { fields: {} };
  for (const operator of chosen.filter((one) => one.appliesTo(contentType))) {
    const { found, reason } = await run(operator, file, contentType);
    Object.assign(all.fields, found.fields);
    all.text ??= found.text;
    all.imageHash ??= found.imageHash;
    if (reason !== undefined) all.reason ??= reason;
  }
  return all;
}

/** `image/jpeg` of ` Image/JPEG; q=1`. */
function plain(contentType = ""): string {
  return contentType.replace(/;.*/s, "").trim().toLowerCase();
}

async function run(
  operator: Operator,
  file: OpenFile,
  contentType: string,
): Promise<{ found: Found; reason?: string }> {
  try {
    return { found: await operator.run({ file, contentType }) };
  } catch (error) {
    // A library's own words may name what isn't the caller's business.
    if (!(error instanceof Unreadable)) return { found: {}, reason: `[InvalidArgument] ${operator.failure}` };
    return { found: error.found, reason: `[InvalidArgument] ${error.message}` };
  }
}
