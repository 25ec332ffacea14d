import { join } from "node:path";
import type { Buckets } from "../buckets/buckets.ts";
import { lookAt } from "../buckets/look.ts";
import { parseOssUri } from "../buckets/oss-uri.ts";
import type { Reading } from "../media/reader.ts";
import type { Room } from "../store/datasets.ts";
import type { StoredFile } from "../store/files.ts";
import type { QueuedFile } from "../store/index-queue.ts";
import type { Store } from "../store/store.ts";
import { later } from "../time.ts";
import { readDocument, writeDocument } from "../store/document.ts";
import { newDocument, newGiven } from "./new-document.ts";
import { givenOf, missing } from "./read-queued.ts";

/** A queued file, and what came of reading it. */
export interface Finished {
  readonly file: QueuedFile;
  readonly reading: Reading;
}

const full = "[LimitExceededError] Message: resource count exceeds the limit";

/** What became of a file: `NoRoom` if a binding found it and its dataset has no room, undefined if it was wanted no more. */
export type Outcome = StoredFile["ObjectStatus"] | "NoRoom" | undefined;

/** What readings are stored with. */
export interface StoringTools {
  readonly store: Store;
  readonly buckets: Pick<Buckets, "folderOf">;
  readonly now: bigint;
}

/** Takes a file out of the queue and stores what was read, in the transaction around it. */
export function storeReading({ file, reading: found }: Finished, tools: StoringTools): Outcome {
  const { store, now } = tools;
  // It was deleted meanwhile, or its dataset was.
  if (!store.queue.remove(file)) return undefined;
  const { DatasetId, URI, BindingId } = file;
  const bound = BindingId === null ? findBound(file, store) : undefined;
  const reading = bound && found.stamp && isGone(bound, tools) ? { fields: {}, reason: missing } : found;
  // It may be readable at the next scan, or be there again.
  if (!reading.stamp) findAnew({ ...file, BindingId: BindingId ?? bound?.BindingId ?? null }, store);
  if (BindingId !== null && reading.reason === missing) return undefined;
  const before = store.files.find(file);
  const Size = reading.stamp?.size ?? 0n;
  const hasRoom = fits(Size, before, store.datasets.room(DatasetId));
  // It is stopped, and finds the file anew when there is room.
  const stopsBinding = BindingId !== null && !hasRoom;
  if (stopsBinding) findAnew(file, store);
  if (stopsBinding && !before) return "NoRoom";
  if (bound && reading.stamp && hasRoom) {
    store.seen.expect(bound);
    store.seen.save(bound, reading.stamp);
  }
  const reason = hasRoom ? reading.reason : full;
  const ObjectStatus = reason === undefined ? "Indexed" : "Failed";
  const given = newGiven({
    before: before ? readDocument(before.Given) : {},
    now: BindingId === null ? givenOf(file) : undefined,
  });
  const fields = newDocument(reading.fields, given, reason);
  store.files.save({
    ...{ DatasetId, URI, Size, ObjectStatus, fields },
    CreateTime: now,
    UpdateTime: before ? later(now, before.UpdateTime) : now,
    Document: writeDocument(fields),
    Given: writeDocument(given),
    Text: reading.text ?? null,
    ImageHash: reading.imageHash ?? null,
  });
  return stopsBinding ? "NoRoom" : ObjectStatus;
}

/** A file that a call named, in a bucket that is bound to its dataset. */
interface Bound {
  readonly BindingId: bigint;
  readonly bucket: string;
  readonly key: string;
}

/** The binding must know of the file, or it wouldn't miss it when it goes; undefined if the bucket isn't bound. */
function findBound({ DatasetId, URI }: QueuedFile, { bindings }: Store): Bound | undefined {
  const name = parseOssUri(URI);
  const binding = name && bindings.findByBucket(DatasetId, name.bucket);
  return binding && { BindingId: binding.BindingId, ...name };
}

/** Whether a file went since it was read, when its binding didn't know of it. */
function isGone({ bucket, key }: Bound, { buckets }: StoringTools): boolean {
  const folder = buckets.folderOf(bucket);
  return folder === undefined || lookAt(join(folder, key)).kind === "missing";
}

/** Makes the binding that found a file find it anew. */
export function findAnew({ URI, BindingId }: QueuedFile, { seen }: Store): void {
  const name = parseOssUri(URI);
  if (name && BindingId !== null) seen.invalidate({ BindingId, key: name.key });
}

/**
 * Whether a file has room in its dataset. In the place of an indexed entry it has, unless it is larger: the limits may have
 * been lowered.
 */
function fits(size: bigint, before: StoredFile | undefined, room: Room): boolean {
  const replaced = before?.ObjectStatus === "Indexed" ? before.Size : undefined;
  const more = size - (replaced ?? 0n);
  return (
    (replaced !== undefined || room.FileCount < room.DatasetMaxFileCount) &&
    (more <= 0n || room.TotalFileSize + more <= room.DatasetMaxTotalFileSize)
  );
}
