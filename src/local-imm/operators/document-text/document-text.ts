import type { OpenFile } from "../../media/open-file.ts";
import { isTextType } from "../mime/mime-types.ts";
import type { Found, Operator } from "../operator.ts";
import { readPdf } from "./pdf.ts";

/** The most text that is kept of a document, in characters. */
export const longestText = 1024 * 1024;

/** The text of plain text and of PDFs, kept for search. */
export const documentText: Operator = {
  name: "ExtractDocumentText",
  failure: "The document is damaged, or not a document of its type.",
  appliesTo: (contentType) =>
    contentType === "application/pdf" || (isTextType(contentType) && contentType !== "image/svg+xml"),
  run: ({ file, contentType }) =>
    contentType === "application/pdf" ? readPdf(file, longestText) : readText(file),
};

async function readText(file: OpenFile): Promise<Found> {
  // Its bytes are at least as many as its characters.
  const bytes = file.read(0, longestText);
  return { text: decode(bytes, bytes.length < file.size) };
}

/** Text in UTF-8, in UTF-16 with a byte order mark, or else in the encoding that Chinese systems had before. */
function decode(bytes: Buffer, isCut: boolean): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder("gb18030").decode(bytes, { stream: isCut });
  }
}
