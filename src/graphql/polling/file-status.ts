import type * as wire from "../../contract/wire.ts";

/** The fields by which a poll sees whether a file is indexed. */
export const statusFields = ["URI", "ObjectStatus", "Reason"];

/**
 * Whether IMM has indexed a file, or failed to. Of its statuses IMM documents `Indexed` alone, and that a failed file has
 * a reason; a file without a status is in the index, so it is indexed.
 */
export function isSettled({ ObjectStatus: status, Reason: reason }: wire.File): boolean {
  if (!status || status === "Indexed" || /^fail/i.test(status)) return true;
  const isInProgress = /ing$/i.test(status);
  return Boolean(reason) && !isInProgress;
}
