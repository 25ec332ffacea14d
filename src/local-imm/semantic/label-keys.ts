import { translationsOf } from "./dictionary.ts";
import { pluralsOf, singularsOf } from "./plurals.ts";
import { toKey } from "./sentence.ts";

/** What a label is called: its name in both languages, one of it and many. */
export function labelKeys(value: string): readonly string[] {
  const key = toKey(value);
  const called = [key, ...singularsOf(key)];
  const all = [...called, ...called.flatMap(translationsOf)];
  return [...all, ...all.flatMap(pluralsOf)];
}
