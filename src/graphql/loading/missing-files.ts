import { ImmError } from "../../imm/error.ts";

/** Whether IMM refused a call since there is no such dataset, or no such project: its sentence says which of them. */
export function isDatasetMissing(error: unknown): boolean {
  return isNotFound(error) && /\b(dataset|project)\b/i.test(error.message);
}

/** Whether IMM refused a call since one of its files isn't indexed. What it does about those isn't documented. */
export function isFileMissing(error: unknown): boolean {
  return isNotFound(error) && !isDatasetMissing(error);
}

function isNotFound(error: unknown): error is ImmError {
  return error instanceof ImmError && error.code === "ResourceNotFound";
}
