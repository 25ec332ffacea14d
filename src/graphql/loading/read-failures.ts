import { ImmError, isCredentialCode, isOutage, isThrottling } from "../../imm/error.ts";

/** Whether IMM refused a call since there is no such dataset, or no such project: its sentence says which of them. */
export function isDatasetMissing(error: unknown): boolean {
  return isNotFound(error) && /\b(dataset|project)\b/i.test(error.message);
}

/** Whether IMM refused a call since one of its files isn't indexed. What it does about those isn't documented. */
export function isFileMissing(error: unknown): boolean {
  return isNotFound(error) && !isDatasetMissing(error);
}

/** Whether a call that reads files may have failed for one of them, so that it would succeed without that one. */
export function mayBeAboutFile(error: unknown): boolean {
  if (!(error instanceof ImmError) || isThrottling(error) || isOutage(error)) return false;
  // A call may be too long for one file, or its answer unreadable.
  if (error.failure === "malformed") return true;
  return error.failure === "refused" && !isDatasetMissing(error) && !isAboutCall(error);
}

/** Whether the same call may succeed later: IMM is busy, or can't be reached. */
export function mayPass(error: unknown): error is ImmError {
  if (!(error instanceof ImmError)) return false;
  return error.failure !== "refused" || isThrottling(error) || isOutage(error);
}

// Codes that name a parameter name the URIs, or none in particular, if they are about a file.
const otherParameter = /^(Invalid|Missing)(?!Argument|Parameter|JSON|URIs)/;

/** Whether a refusal is about the gateway's key, what it may do, or a part of the call that isn't a file. */
function isAboutCall({ code = "", httpStatus }: ImmError): boolean {
  const isForbidden = httpStatus === 403 || code === "NoPermission" || code.startsWith("Forbidden");
  return isForbidden || isCredentialCode(code) || otherParameter.test(code);
}

function isNotFound(error: unknown): error is ImmError {
  return error instanceof ImmError && error.code === "ResourceNotFound";
}
