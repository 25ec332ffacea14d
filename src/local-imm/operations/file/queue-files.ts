import type { InputFile } from "../../../contract/wire.ts";
import { tooMany, tooManyWaiting } from "../../http/fault.ts";
import type { Document } from "../../store/document.ts";
import type { StoredDataset } from "../../store/datasets.ts";
import type { Context } from "../operation.ts";
import { writeInput } from "./write-input.ts";
import { newEventId } from "./event-id.ts";

/** How many files may wait that calls named. Each takes up to a few kilobytes of the store. */
const mostWaiting = 100_000;

/** Accepts files to index, which happens after the call is answered. */
export function queueFiles(
  files: readonly Omit<InputFile, "Figures">[],
  dataset: StoredDataset,
  { store, indexer }: Context,
): { EventId: string } {
  const { DatasetId, FileCount, DatasetMaxFileCount, TotalFileSize, DatasetMaxTotalFileSize } = dataset;
  const isFull = FileCount >= DatasetMaxFileCount || TotalFileSize >= DatasetMaxTotalFileSize;
  const isNew = ({ URI }: { URI: string }) =>
    store.files.find({ DatasetId, URI })?.ObjectStatus !== "Indexed";
  if (isFull && files.some(isNew)) throw tooMany();
  if (store.queue.count("calls") + files.length > mostWaiting) throw tooManyWaiting();
  indexer.queue(
    files.map(({ URI, ...file }) => ({
      DatasetId,
      URI,
      BindingId: null,
      Input: writeInput(inputOf(file)),
    })),
  );
  return { EventId: newEventId() };
}

/** To IMM an empty text is as if it weren't sent. */
function inputOf(file: Omit<InputFile, "Figures" | "URI">): Document {
  return Object.fromEntries(Object.entries(file).filter(([, value]) => value !== "" && value !== undefined));
}
