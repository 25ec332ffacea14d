import type { OpenFile } from "../../media/open-file.ts";
import { type Found, Unreadable } from "../operator.ts";

const largest = 64 * 1024 * 1024;
const mostPages = 1000;
const longestTime = 10_000;

/** The text of a PDF's first pages, and their number. IMM knows `PageCount` and doesn't fill it. */
export async function readPdf(file: OpenFile, longestText: number): Promise<Found> {
  if (file.size > largest) return {};
  const { getDocumentProxy } = await import("unpdf");
  // It takes the memory over.
  const bytes = new Uint8Array(file.read(0, file.size));
  const document = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false }).catch(
    toUnreadable,
  );
  try {
    const end = performance.now() + longestTime;
    let text = "";
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      text += `${items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("")}\n`;
      page.cleanup();
      if (text.length > longestText || performance.now() > end) break;
    }
    // It says what the file says.
    const PageCount = Math.max(0, document.numPages);
    return { fields: { PageCount }, text: text.slice(0, longestText) };
  } finally {
    await document.destroy();
  }
}

function toUnreadable(error: Error): never {
  throw error.name === "PasswordException" ? new Unreadable("The document is encrypted.") : error;
}
