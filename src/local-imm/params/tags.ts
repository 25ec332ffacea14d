import { z } from "zod";
import { invalid } from "../http/fault.ts";
import type { ProjectTag } from "../store/projects.ts";
import type { Params } from "./params.ts";
import { text } from "./text.ts";

const tag = z.object({ Key: text.min(1), Value: text.default("") });

/** The parameter Tag, whose Key and Value are a project's TagKey and TagValue; undefined where it wasn't sent. */
export function readTags(params: Params, maxCount?: number): ProjectTag[] | undefined {
  const tags = params.list("Tag", tag, maxCount);
  if (tags && new Set(tags.map(({ Key }) => Key)).size < tags.length) {
    throw invalid("Tag", "A Key must not come twice.");
  }
  return tags?.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }));
}
