import { lstatSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { isBucketName } from "./oss-uri.ts";

/** The buckets of this machine: each is a folder, which is only read. */
export interface Buckets {
  /** The real path of a bucket's folder; undefined if there is no such folder. */
  folderOf(bucket: string): string | undefined;
  /** Where that folder is, or would be. */
  pathOf(bucket: string): string;
  /** Whether a key of a bucket is a file of the data folder, which the bucket's folder is around: no part of the bucket. */
  isOurs(root: string, key: string): boolean;
  /** What to do if there is no such folder, in words that name no other folder. */
  adviceFor(bucket: string): string;
}

export interface BucketsOptions {
  /** The data folder: a bucket is a folder in its `buckets/`. */
  dir: string;
  /** Buckets whose folders are elsewhere. */
  folders?: Readonly<Record<string, string>>;
}

export function createBuckets({ dir, folders = {} }: BucketsOptions): Buckets {
  // A relative path means the same folder also after the process went to another.
  const inData = resolve(dir, "buckets");
  // A link that leads elsewhere later does so after the next start: files are found and read in the same folder.
  const elsewhere = new Map(Object.entries(folders).map(([name, path]) => [name, realPath(resolve(path))]));
  const pathOf = (bucket: string) => elsewhere.get(bucket) ?? join(inData, bucket);
  return {
    pathOf,
    isOurs(root, key) {
      const data = `${realPath(dir)}/`;
      return data.startsWith(`${root}/`) && `${root}/${key}`.startsWith(data);
    },
    adviceFor: (bucket) =>
      elsewhere.has(bucket)
        ? "its path in IMM_LOCAL_BUCKETS is not a folder, or is the data folder itself"
        : `create the folder buckets/${bucket} in the data folder, or set another one in IMM_LOCAL_BUCKETS`,
    folderOf(bucket) {
      if (!isBucketName(bucket)) return undefined;
      const path = pathOf(bucket);
      try {
        // Only who starts the process may say that a bucket is outside the data folder, not a link in there.
        const found = elsewhere.has(bucket) ? statSync(path) : lstatSync(path);
        const real = realpathSync(path);
        // With each file that it indexed, the store in there would be another.
        return found.isDirectory() && real !== realPath(dir) ? real : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** A path without links; as it is if nothing is there. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
