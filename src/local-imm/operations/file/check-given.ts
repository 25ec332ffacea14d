import { Fault, invalid } from "../../http/fault.ts";
import { type Document, writeDocument } from "../../indexing/document.ts";
import { maxLabels } from "../../params/schemas/labels.ts";

// IMM documents no size. A hundred such files are an answer that clients take, and that is soon written.
const maxBytes = 64 * 1024;

/** Writes what a call gives of a file as it is stored. More labels than a file may have are refused, and too much of all. */
export function writeGiven(given: Document): string {
  if (Object.keys(given.CustomLabels ?? {}).length > maxLabels) {
    throw new Fault(400, "LimitExceededError", "Message: Index KV count exceeded");
  }
  const text = writeDocument(given);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) {
    throw invalid("File", `What is given of a file may have ${maxBytes} bytes as JSON; got ${bytes}.`);
  }
  return text;
}
