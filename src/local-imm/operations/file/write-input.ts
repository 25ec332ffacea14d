import { Fault } from "../../http/fault.ts";
import { type Document, writeDocument } from "../../store/document.ts";
import { refusal } from "../../params/problem.ts";
import { maxLabels } from "../../params/schemas/labels.ts";

// IMM documents no size. A hundred such files are an answer that clients take, and that is soon written.
const maxBytes = 64 * 1024;

/** Writes what calls provide about a file as it is stored. Too many labels are refused, and too much of all. */
export function writeInput(input: Document): string {
  if (Object.keys(input.CustomLabels ?? {}).length > maxLabels) {
    throw new Fault(400, "LimitExceededError", "Message: Index KV count exceeded");
  }
  const text = writeDocument(input);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) throw refusal("File", `must have at most ${maxBytes} bytes as JSON`, bytes);
  return text;
}
