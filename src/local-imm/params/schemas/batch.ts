import { z } from "zod";
import { list } from "./list.ts";

/** What a call of many takes: 1 to 100 of them. */
export function batch<T>(element: z.ZodType<T>): z.ZodType<T[]> {
  return list(element, 100).refine(({ length }) => length > 0, "must have at least 1 element");
}
