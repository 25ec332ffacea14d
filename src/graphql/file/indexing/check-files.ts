import { badInput } from "../../input/bad-input.ts";
import { checkCustomLabels, type Labelled } from "./custom-labels.ts";

const maxFiles = 100;

/**
 * Checks that a list of files has as many as one call takes. `field` says where it stood.
 *
 * @throws GraphQLError `BAD_USER_INPUT` for none or too many.
 */
export function checkFileCount(files: readonly unknown[], field: string): void {
  if (files.length >= 1 && files.length <= maxFiles) return;
  throw badInput({
    field,
    sent: `${files.length} files`,
    allowed: `1..${maxFiles}`,
    message: `A batch has 1 to ${maxFiles} files.`,
  });
}

/** Checks a list of files' inputs: how many they are, and the custom labels of each. */
export function checkFiles(files: readonly Labelled[], field: string): void {
  checkFileCount(files, field);
  for (const [index, file] of files.entries()) checkCustomLabels(file, `${field}[${index}]`);
}
