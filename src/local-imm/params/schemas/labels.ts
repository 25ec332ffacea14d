import { z } from "zod";
import { text } from "./text.ts";

/** A label as parameters write it that search by one: `key=value`. */
export interface Label {
  readonly Key: string;
  readonly Value: string;
}

/** The most labels that a file or a cluster may have. */
export const maxLabels = 100;

const labelKey = text().refine((key) => key !== "", "must not be an empty key");

// To IMM it is a map of anything, in its samples one of texts.
const labelValue = z.preprocess((value) => (isPlain(value) ? String(value) : value), text());

function isPlain(value: unknown): value is bigint | boolean | number {
  return typeof value === "bigint" || typeof value === "boolean" || Number.isFinite(value);
}

/** So many labels or tags at most: a map of texts. Numbers, true and false become texts. */
export function labelsUpTo(maxCount: number): z.ZodType<Record<string, string>> {
  return (
    z
      .preprocess(toMap, z.map(z.unknown(), z.unknown()).max(maxCount))
      .pipe(z.map(labelKey, labelValue))
      // In an object built by assignment a label named `__proto__` would be lost.
      .transform((map) => Object.fromEntries(map))
  );
}

/** As many labels or tags as IMM allows. */
export const labels = labelsUpTo(maxLabels);

/** A parameter that searches by one label; undefined if it is empty. */
export const label: z.ZodType<Label | undefined> = text().transform((value, { issues }) => {
  if (value === "") return undefined;
  const at = value.indexOf("=");
  if (at > 0) return { Key: value.slice(0, at), Value: value.slice(at + 1) };
  issues.push({ code: "custom", message: "must be key=value", input: value });
  return z.NEVER;
});

function toMap(value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? new Map(Object.entries(value)) : value;
}
