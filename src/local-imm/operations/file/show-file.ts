import type { File } from "../../../contract/wire.ts";
import { readDocument } from "../../store/document.ts";
import type { DatasetKey } from "../../store/datasets.ts";
import type { StoredFile } from "../../store/files.ts";
import { objectIdOf } from "../../store/search/rows/object-id.ts";
import { formatTime } from "../../time.ts";

interface Showing extends DatasetKey {
  readonly OwnerId: string;
  /** The fields to show; all if undefined. */
  readonly WithFields: readonly string[] | undefined;
}

/** A file as IMM answers it. */
export function showFile(
  { URI, ObjectStatus, CreateTime, UpdateTime, Document }: StoredFile,
  { ProjectName, DatasetName, OwnerId, WithFields }: Showing,
): File {
  const own: File = {
    ProjectName,
    DatasetName,
    OwnerId,
    URI,
    ObjectType: "file",
    ObjectStatus,
    ObjectId: objectIdOf(URI),
    CreateTime: formatTime(CreateTime),
    UpdateTime: formatTime(UpdateTime),
  };
  // A spread of as many members takes four times as long.
  const file = Object.assign(own, readDocument(Document));
  if (!WithFields) return file;
  const shown = WithFields.filter((name) => Object.hasOwn(file, name));
  return Object.fromEntries(shown.map((name) => [name, file[name as keyof File]]));
}
