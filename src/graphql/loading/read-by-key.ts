import type { GraphQLResolveInfo } from "graphql";
import type { TypeCalls } from "../../contract/calls.ts";
import type { ObjectLoader } from "./object-loader.ts";
import type { FileKey, FileLoader, FileMeta } from "./file-loader.ts";
import { readFilesAhead, selectsFiles, type FilesAhead } from "./read-ahead.ts";
import { detailsOf, selectsBeyondKey } from "./selection.ts";

/** What an object is read with. */
interface Reading<Params extends object, Item> {
  readonly loader: Pick<ObjectLoader<Params, Item>, "files" | "load">;
  readonly key: Params;
  readonly info: GraphQLResolveInfo;
  readonly calls: TypeCalls;
}

/** Reads the object being resolved, with the details that the query selects; null if there is none. */
export function readByKey<Params extends object, Item>({
  loader,
  key,
  info,
  calls,
}: Reading<Params, Item>): Promise<Item | null> {
  const reading = loader.load({ ...key, ...detailsOf(info, calls) });
  const ahead = loader.files && readFilesAhead(loader.files, { key, info, calls });
  return ahead ? withFiles(reading, ahead) : reading;
}

/** Reads the files being resolved, each as `readByKey` does. */
export function readFiles(
  loader: FileLoader,
  keys: readonly FileKey[],
  { info, calls }: Pick<Reading<FileKey, FileMeta>, "calls" | "info">,
): Promise<(FileMeta | null)[]> | Promise<FileMeta | null>[] {
  if (selectsFiles(info)) return keys.map((key) => readByKey({ loader, key, info, calls }));
  const details = detailsOf(info, calls);
  const files = loader.loadAll(keys.map((key) => ({ ...key, ...details })));
  // An Error fails its element alone, which Pothos' types don't know.
  return files as Promise<(FileMeta | null)[]>;
}

/** Ends the reading of files that no field will wait for, so that no call outlives its request. */
async function withFiles<Item>(reading: Promise<Item | null>, ahead: FilesAhead): Promise<Item | null> {
  let item: Item | null = null;
  try {
    item = await reading;
  } finally {
    if (item === null) await ahead.cancel();
  }
  return item;
}

/** The same, but without a call if the query selects nothing that the key alone doesn't answer. */
export function readReferenced<Params extends object, Item>(reading: Reading<Params, Item>) {
  return selectsBeyondKey(reading.info, reading.calls) ? readByKey(reading) : reading.key;
}
