import type { GraphQLResolveInfo } from "graphql";
import type { TypeCalls } from "../../contract/calls.ts";
import type { ObjectLoader } from "./object-loader.ts";
import { readFilesAhead, type FilesAhead } from "./read-ahead.ts";
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
