import { invalid } from "./fault.ts";
import type { Params } from "./params.ts";
import type { ProjectTag } from "./store/projects.ts";

/** The parameter Tag, whose Key and Value are TagKey and TagValue in a project; undefined where it wasn't sent. */
export function readTags(params: Params, maxCount?: number): ProjectTag[] | undefined {
  const tags = params
    .pairs("Tag", ["Key", "Value"], maxCount)
    ?.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }));
  if (tags?.some(({ TagKey }) => TagKey === "")) throw invalid("Tag", "A Key must not be empty.");
  if (tags && new Set(tags.map(({ TagKey }) => TagKey)).size < tags.length)
    throw invalid("Tag", "A Key must not come twice.");
  return tags;
}
