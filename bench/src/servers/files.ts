import type { DatasetKey } from "./datasets.ts";
import { call } from "./sdk-runtime.ts";

// The calls of the peers that sign, about files.

/** A file as IMM returns it, with the fields that the workloads select. */
export interface File {
  readonly URI: string;
  readonly Filename?: string;
  readonly Size?: number;
  readonly MediaType?: string;
  readonly ContentType?: string;
  readonly FileHash?: string;
  readonly CustomId?: string;
  readonly Title?: string;
  readonly ProduceTime?: string;
  readonly LatLong?: string;
  readonly FileModifiedTime?: string;
  readonly CreateTime?: string;
  readonly UpdateTime?: string;
  readonly ETag?: string;
  readonly OSSObjectType?: string;
  readonly OSSStorageClass?: string;
  readonly ObjectACL?: string;
  readonly ImageWidth?: number;
  readonly ImageHeight?: number;
  readonly Orientation?: number;
}

/** Reads files of a dataset by one call: one for each URI, in that order, or null if it isn't indexed. */
export async function getFiles(
  { ProjectName, DatasetName }: DatasetKey,
  uris: readonly string[],
): Promise<(File | null)[]> {
  const { Files } = await call<{ readonly Files: readonly File[] }>("BatchGetFileMeta", {
    ProjectName,
    DatasetName,
    URIs: JSON.stringify(uris),
  });
  const byUri = new Map(Files.map((file) => [file.URI, file]));
  return uris.map((uri) => byUri.get(uri) ?? null);
}
