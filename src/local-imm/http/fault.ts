/** What RAM's denial tells of itself. */
export interface AccessDeniedDetail {
  AuthAction: string;
  AuthPrincipalType: string;
  AuthPrincipalDisplayName: string;
  AuthPrincipalOwnerId: string;
  NoPermissionType: "ExplicitDeny" | "ImplicitDeny";
  PolicyType: string;
  EncodedDiagnosticMessage: string;
}

/** What a refusal says beside its code and message. */
export interface FaultDetails {
  readonly detail?: AccessDeniedDetail;
  /** Where to read on, instead of IMM's own page about the code. */
  readonly recommend?: string;
}

/** A refusal as IMM would word it. */
export class Fault extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: AccessDeniedDetail | undefined;
  readonly recommend: string | undefined;

  constructor(status: number, code: string, message: string, { detail, recommend }: FaultDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.recommend = recommend;
  }
}

/** A required parameter wasn't sent. */
export function missing(parameter: string): Fault {
  return new Fault(400, `Missing${parameter}`, `${parameter} is mandatory for this action.`);
}

/** A parameter is of the wrong type, range or pattern; IMM's sentence comes first, then the reason. */
export function invalid(parameter: string, reason?: string): Fault {
  const sentence = `Specified parameter ${parameter} is not valid.`;
  return new Fault(400, `Invalid${parameter}`, reason ? `${sentence} ${reason}` : sentence);
}

/** A parameter isn't JSON, or holds another kind of JSON than it must; IMM has one code for both, with a list's name. */
export function malformedJson(parameter: string, reason: string): Fault {
  const code = `InvalidJSON Array parsing error,${parameter}`;
  return new Fault(400, code, `${code}. ${reason}`);
}

/** A limit is above what it may be set to. */
export function quotaTooLarge(): Fault {
  return new Fault(400, "LimitExceededError", "Message: input quota exceed the max value");
}

/** No room is left for another of these. */
export function tooMany(): Fault {
  return new Fault(400, "LimitExceededError", "Message: resource count exceeds the limit");
}

/** Too much work is queued. */
export function tooManyWaiting(): Fault {
  return new Fault(400, "Throttling", "Too many files are waiting to be indexed: try again later.");
}

/** A search would take too long. IMM has limits of that kind, and documents no code for them. */
export function tooExpensive(files: number): Fault {
  return invalid(
    "Query",
    `It would take too long over ${files} files: ask for less, or by fewer conditions.`,
  );
}

/** A text to search for has too many words. */
export function tooManyWords(most: number): Fault {
  return invalid("Query", `It must have at most ${most} words; each character of Chinese is one.`);
}

/** A resource as IMM's sentences name it. For most its documents show no sentence; they are named as their structure. */
export type ResourceType =
  | "Binding"
  | "Dataset"
  | "FigureCluster"
  | "File"
  | "LocationDateCluster"
  | "OSSBucketAttachment"
  | "Project"
  | "SimilarImageCluster"
  | "Story"
  | "Task";

/** The name is taken. */
export function alreadyExists(resource: ResourceType): Fault {
  return new Fault(400, "ResourceAlreadyExists", `The specified resource ${resource} already exists.`);
}

/** There is none of that name. */
export function notFound(resource: ResourceType): Fault {
  return new Fault(400, "ResourceNotFound", `The specified resource ${resource} is not found.`);
}

/** Buckets are folders here. IMM's documents don't say how it refuses one that isn't there. */
export function noSuchBucket(bucket: string, advice: string): Fault {
  return new Fault(400, "InvalidArgument", `Bucket ${bucket} does not exist: ${advice}.`);
}

/** What is to be deleted isn't empty. */
export function subResourcesExist(): Fault {
  return new Fault(400, "StatusConflict", "Message: cannot delete when sub resoures exist");
}

// The package names no repository to link to; its README is part of it.
const coverage = "README.md#coverage";

/** IMM has the action; the local IMM doesn't imitate it. */
export function notImitated(action: string): Fault {
  return new Fault(
    501,
    "LocalNotImplemented",
    `The local IMM does not imitate ${action}; see "Coverage" in README.md for what it does.`,
    { recommend: coverage },
  );
}
