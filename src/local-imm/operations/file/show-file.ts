import { createHash } from "node:crypto";
import type { File } from "../../../contract/wire.ts";
import { readDocument } from "../../store/document.ts";
import type { DatasetKey } from "../../store/datasets.ts";
import type { StoredFile } from "../../store/files.ts";
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
  const file: File = {
    ...{ ProjectName, DatasetName, OwnerId, URI, ObjectType: "file", ObjectStatus },
    ObjectId: createHash("sha256").update(URI).digest("hex"),
    CreateTime: formatTime(CreateTime),
    UpdateTime: formatTime(UpdateTime),
    ...readDocument(Document),
  };
  if (!WithFields) return file;
  const shown = WithFields.filter((name) => Object.hasOwn(file, name));
  return Object.fromEntries(shown.map((name) => [name, file[name as keyof File]]));
}
