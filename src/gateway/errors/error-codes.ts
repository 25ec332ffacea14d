import { parametersOf } from "../../contract/contract.ts";
import { graphName } from "../../contract/names.ts";
import type { Action } from "../../contract/wire.ts";
import { isThrottling, type ImmError } from "../../imm/error.ts";

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
  ["FORBIDDEN", ({ failure }) => failure === "denied"],
  ["NOT_FOUND", ({ code }) => code === "ResourceNotFound"],
  [
    "CONFLICT",
    ({ code, failure }) =>
      failure === "conflicting" || code === "ResourceAlreadyExists" || code === "StatusConflict",
  ],
  ["LIMIT_EXCEEDED", ({ code }) => code === "LimitExceededError"],
  ["THROTTLED", (error) => error.failure === "paced" || isThrottling(error)],
  ["FORBIDDEN", ({ code }) => code === "NoPermission" || startsWith(code, "Forbidden")],
  ["BAD_USER_INPUT", isAboutParameter],
  [
    "UPSTREAM_UNAVAILABLE",
    ({ code, httpStatus, failure }) =>
      failure === "unreachable" ||
      failure === "open" ||
      httpStatus === 502 ||
      httpStatus === 503 ||
      code === "ServiceUnavailable",
  ],
  ["UPSTREAM_TIMEOUT", ({ httpStatus, failure }) => failure === "timeout" || httpStatus === 504],
];

function isAboutParameter(error: ImmError): boolean {
  const { code = "" } = error;
  if (code === "InvalidArgument" || code === "MissingParameter") return true;
  if (code.startsWith("InvalidParameter") || code.startsWith("InvalidJSON")) return true;
  return fieldOf(error) !== undefined;
}

// The graph's names for these are Relay's.
const pageArguments: Readonly<Record<string, string>> = { MaxResults: "first", NextToken: "after" };

// Its names of what a search is for.
const ofText: Readonly<Record<string, string>> = { Query: "text", Sort: "orderBy", Order: "orderBy" };
const ofSearches: Readonly<Partial<Record<Action, Readonly<Record<string, string>>>>> = {
  SimpleQuery: { ...ofText, Query: "where" },
  FuzzyQuery: ofText,
  SemanticQuery: { ...ofText, SourceURI: "imageUri" },
};

/** The graph's name of the parameter that a refusal is about; undefined where its code names none of the action's. */
export function fieldOf({ action, code = "" }: ImmError): string | undefined {
  const [, parameter = ""] = /^(?:Invalid|Missing|InvalidJSON Array parsing error,)(\w+)$/.exec(code) ?? [];
  if (!Object.hasOwn(parametersOf(action), parameter)) return undefined;
  return ofSearches[action]?.[parameter] ?? pageArguments[parameter] ?? graphName(parameter);
}

function startsWith(code: string | undefined, beginning: string): boolean {
  return code?.startsWith(beginning) ?? false;
}
