import { notFound } from "../../http/fault.ts";
import { type Document, readDocument, writeDocument } from "../../store/document.ts";
import { changedDocument } from "../../indexing/new-document.ts";
import type { FileUpdate } from "../../params/schemas/input-file.ts";
import { later } from "../../time.ts";
import { type Context, sent } from "../operation.ts";
import { writeInput } from "./write-input.ts";

/** Changes what an update may change of a file that is indexed. */
export function updateFile(
  { URI, ...changes }: FileUpdate,
  DatasetId: bigint,
  { store, now }: Pick<Context, "now" | "store">,
): void {
  const file = store.files.find({ DatasetId, URI });
  if (file?.ObjectStatus !== "Indexed") throw notFound("File");
  const given: Document = sent(changes);
  const Given = writeInput({ ...readDocument(file.Given), ...given });
  const fields = changedDocument(readDocument(file.Document), given);
  store.files.change({
    ...file,
    ...{ fields, Given },
    UpdateTime: later(now(), file.UpdateTime),
    Document: writeDocument(fields),
  });
}
