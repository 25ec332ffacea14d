import type { GraphQLResolveInfo } from "graphql";
import type { TypeCalls } from "../../contract/calls.ts";
import type { ObjectLoader } from "./object-loader.ts";
import { detailsOf, selectsBeyondKey } from "./selection.ts";

/** What an object is read with. */
interface Reading<Params, Item> {
  readonly loader: Pick<ObjectLoader<Params, Item>, "load">;
  readonly key: Params;
  readonly info: GraphQLResolveInfo;
  readonly calls: TypeCalls;
}

/** Reads the object being resolved, with the details that the query selects; null if there is none. */
export function readByKey<Params, Item>({ loader, key, info, calls }: Reading<Params, Item>) {
  return loader.load({ ...key, ...detailsOf(info, calls) });
}

/** The same, but without a call if the query selects nothing that the key alone doesn't answer. */
export function readReferenced<Params, Item>(reading: Reading<Params, Item>) {
  return selectsBeyondKey(reading.info, reading.calls) ? readByKey(reading) : reading.key;
}
