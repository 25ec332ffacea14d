import { z } from "zod";
import type { ProjectTag } from "../store/projects.ts";
import type { Params } from "./params.ts";
import { refusal } from "./problem.ts";
import { list } from "./schemas/list.ts";
import { text } from "./schemas/text.ts";

const tag = z.object({
  Key: text().refine((key) => key !== "", "must not be empty"),
  Value: text().default(""),
});

/** The parameter Tag, whose Key and Value are a project's TagKey and TagValue; undefined if it wasn't sent. */
export function readTags(params: Params, maxCount?: number): ProjectTag[] | undefined {
  const tags = params.json("Tag", list(tag, maxCount));
  if (tags && new Set(tags.map(({ Key }) => Key)).size < tags.length) {
    throw refusal("Tag", "must not have the same Key twice");
  }
  return tags?.map(({ Key, Value }) => ({ TagKey: Key, TagValue: Value }));
}
