import type { File } from "../../contract/wire.ts";
import { parseJson } from "../params/json.ts";
import { writeJson } from "../write-json.ts";

/** What is known of a file beside what the store has columns for, by IMM's names. */
export type Document = Partial<File>;

/** Reads a stored document. Integers that a number would round are bigints. */
export function readDocument(text: string): Document {
  // Without white space, no integer stands behind anything else.
  return (/[:,[]-?\d{16}/.test(text) ? parseJson(text) : JSON.parse(text)) as Document;
}

/** Writes a document as it is stored. */
export function writeDocument(document: Document): string {
  return writeJson(document);
}
