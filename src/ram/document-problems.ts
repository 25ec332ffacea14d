import type { z } from "zod";

/** What is wrong with a document that somebody wrote, a line for each problem; `root` is what it is called. */
export function documentProblems(root: string, error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${[root, ...path].join(".")}: ${message}`);
}

/** The members of a list, by their place in it, that repeat the `key` of an earlier one. */
export function twins(root: string, values: readonly unknown[], key: string): string[] {
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index
      ? [`${root}.${index}.${key}: must be another than ${root}.${values.indexOf(value)}'s`]
      : [],
  );
}

/** An error that lists them. */
export function notUsable(what: string, problems: readonly string[]): Error {
  return new Error([what, ...problems.map((problem) => `  ${problem}`)].join("\n"));
}
