import { ImmError, isOutage, isThrottling } from "../../imm/error.ts";
import { isDatasetMissing } from "../loading/missing-files.ts";

/** Whether the same call may succeed later: IMM is busy, or can't be reached. */
export function mayPass(error: ImmError): boolean {
  return error.failure !== "refused" || isThrottling(error) || isOutage(error);
}

/** Whether IMM refused a call for its dataset, and so for each of its files. */
export function isAboutDataset(error: unknown): boolean {
  if (!(error instanceof ImmError)) return true;
  const { code = "" } = error;
  return isDatasetMissing(error) || code === "NoPermission" || code.startsWith("Forbidden");
}
