import type { OpenFile } from "../../media/open-file.ts";
import { lazily } from "../lazily.ts";
import { isTextType, typeByName } from "./mime-types.ts";

const headBytes = 4096;

/** The MIME type of a file: by its content if that tells, else by its name. */
export async function detectType(file: OpenFile): Promise<string> {
  const byContent = await typeByContent(file);
  const byName = typeByName(file.key);
  if (byContent === undefined) return (await fits(file, byName)) ? byName! : anyType(file);
  return byName !== undefined && isWithin(byContent, byName) ? byName : byContent;
}

const loadFileType = lazily(() => import("file-type"));

async function typeByContent(file: OpenFile): Promise<string | undefined> {
  const { fileTypeFromBuffer, fileTypeFromFile } = await loadFileType();
  try {
    const whole = file.whole();
    return (await (whole ? fileTypeFromBuffer(whole) : fileTypeFromFile(file.path)))?.mime;
  } catch {
    // A file that ends in the middle of a header.
    return undefined;
  }
}

/** Whether content of one type can be of another: it may be a container that doesn't tell of what. */
function isWithin(content: string, type: string): boolean {
  if (content === "application/x-cfb") return /^application\/(msword|vnd\.ms-(excel|powerpoint))$/.test(type);
  // Text in UTF-16 begins as frames of MPEG do.
  return (content === "application/xml" || content === "audio/mpeg") && isTextType(type);
}

/** Whether the content of a file can be of the type that its name tells: text isn't binary. */
async function fits(file: OpenFile, byName: string | undefined): Promise<boolean> {
  if (byName === undefined) return false;
  return !isTextType(byName) || !isBinary(file.read(0, headBytes));
}

async function anyType(file: OpenFile): Promise<string> {
  const head = file.read(0, headBytes);
  return head.length > 0 && isText(head) ? "text/plain" : "application/octet-stream";
}

/** Text has no NUL, but for the encodings of two bytes a character, which begin with a mark. */
function isBinary(head: Buffer): boolean {
  return head.includes(0) && !/^(fffe|feff)/.test(head.toString("hex", 0, 2));
}

function isText(head: Buffer): boolean {
  if (isBinary(head)) return false;
  try {
    // A character may begin at the end of what was read.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
