import { type Buckets } from "../buckets/buckets.ts";
import { parseOssUri } from "../buckets/oss-uri.ts";
import type { MediaReader, Reading } from "../media/reader.ts";
import { operatorsOf } from "../operators/templates.ts";
import type { QueuedFile } from "../store/index-queue.ts";
import type { Store } from "../store/store.ts";
import { type Document, readDocument } from "../store/document.ts";

/** What files are read with. */
export interface ReadingTools {
  readonly store: Store;
  readonly buckets: Pick<Buckets, "folderOf" | "isOurs">;
  readonly reader: Pick<MediaReader, "read">;
  /** Is told of a template that nobody knows. */
  onUnknownTemplate(templateId: string): void;
}

export interface MomentaryTools extends Omit<ReadingTools, "store"> {
  templateOf(DatasetId: bigint): string;
}

/** The same for files whose reading begins at the same moment: each bucket and dataset is looked at once. */
export function forMany(tools: ReadingTools): MomentaryTools {
  return {
    ...tools,
    buckets: { ...tools.buckets, folderOf: once((bucket: string) => tools.buckets.folderOf(bucket)) },
    templateOf: once((DatasetId: bigint) => templateOf(DatasetId, tools.store)),
  };
}

function once<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, read(key));
    return known.get(key)!;
  };
}

/** What a call gave of a queued file. */
export function givenOf({ Input }: QueuedFile): Document {
  return readDocument(Input);
}

/** Reads a queued file by its dataset's template. What is wrong with it is a reason, never a failure. */
export async function readQueued(file: QueuedFile, tools: MomentaryTools): Promise<Reading> {
  const { buckets, reader, onUnknownTemplate } = tools;
  if (file.URI.startsWith("pds://")) return failed("The local IMM has no PDS: it reads oss:// files alone.");
  const name = parseOssUri(file.URI);
  const root = name && buckets.folderOf(name.bucket);
  if (!name || root === undefined || buckets.isOurs(root, name.key)) return { fields: {}, reason: missing };
  const templateId = tools.templateOf(file.DatasetId);
  const operators = operatorsOf(templateId);
  if (!operators && templateId !== "") onUnknownTemplate(templateId);
  const { ContentType } = givenOf(file);
  return reader.read({ root, key: name.key, operators: operators ?? [], contentType: ContentType });
}

/** Why a file isn't read that isn't there. */
export const missing = "[InvalidArgument] File does not exist.";

function failed(sentence: string): Reading {
  return { fields: {}, reason: `[InvalidArgument] ${sentence}` };
}

/** A dataset's own template, else its project's; empty if neither has one. */
function templateOf(DatasetId: bigint, { read, datasets, projects }: Store): string {
  return read(() => {
    const dataset = datasets.findById(DatasetId);
    return dataset?.TemplateId || (dataset && projects.find(dataset.ProjectName)?.TemplateId) || "";
  });
}
