import { parametersOf } from "../contract/contract.ts";
import type { ImmError } from "../imm/error.ts";

/** The codes that a client can meet for a call to IMM. */
export type ErrorCode =
  | "BAD_USER_INPUT"
  | "CONFLICT"
  | "FORBIDDEN"
  | "LIMIT_EXCEEDED"
  | "NOT_FOUND"
  | "THROTTLED"
  | "UPSTREAM_ERROR"
  | "UPSTREAM_TIMEOUT"
  | "UPSTREAM_UNAVAILABLE";

/** Which code a failure has; of the table the first row that fits. */
export function codeOf(error: ImmError): ErrorCode {
  return table.find(([, fits]) => fits(error))?.[0] ?? "UPSTREAM_ERROR";
}

const table: readonly (readonly [ErrorCode, (error: ImmError) => boolean])[] = [
  ["NOT_FOUND", ({ code }) => code === "ResourceNotFound"],
  ["CONFLICT", ({ code }) => code === "ResourceAlreadyExists" || code === "StatusConflict"],
  ["LIMIT_EXCEEDED", ({ code }) => code === "LimitExceededError"],
  ["THROTTLED", ({ code, httpStatus }) => httpStatus === 429 || startsWith(code, "Throttling")],
  ["FORBIDDEN", ({ code }) => code === "NoPermission" || startsWith(code, "Forbidden")],
  ["BAD_USER_INPUT", isAboutParameter],
  [
    "UPSTREAM_UNAVAILABLE",
    ({ code, httpStatus, failure }) =>
      failure === "unreachable" || httpStatus === 502 || httpStatus === 503 || code === "ServiceUnavailable",
  ],
  ["UPSTREAM_TIMEOUT", ({ httpStatus, failure }) => failure === "timeout" || httpStatus === 504],
];

function isAboutParameter({ action, code = "" }: ImmError): boolean {
  if (code === "InvalidArgument" || code === "MissingParameter") return true;
  if (code.startsWith("InvalidParameter") || code.startsWith("InvalidJSON")) return true;
  const [, parameter = ""] = /^(?:Invalid|Missing)(\w+)$/.exec(code) ?? [];
  return Object.hasOwn(parametersOf(action), parameter);
}

/** Whether a code is about the key, token, time or signature that the gateway itself signed with. */
export function isCredentialCode(code = ""): boolean {
  return /AccessKey|SecurityToken|Signature|TimeStamp|Nonce/i.test(code);
}

function startsWith(code: string | undefined, beginning: string): boolean {
  return code?.startsWith(beginning) ?? false;
}
