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

/** A refusal as IMM would word it. */
export class Fault extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: AccessDeniedDetail | undefined;

  constructor(status: number, code: string, message: string, detail?: AccessDeniedDetail) {
    super(message);
    this.status = status;
    this.code = code;
    this.detail = detail;
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

/** A parameter that is JSON text doesn't hold a list. */
export function malformedJson(parameter: string): Fault {
  const text = `InvalidJSON Array parsing error,${parameter}`;
  return new Fault(400, text, text);
}

/** A limit is above what it may be set to. */
export function quotaTooLarge(): Fault {
  return new Fault(400, "LimitExceededError", "Message: input quota exceed the max value");
}

/** No room is left for another of these. */
export function tooMany(): Fault {
  return new Fault(400, "LimitExceededError", "Message: resource count exceeds the limit");
}

/** The name is taken. */
export function alreadyExists(resource: "Project" | "Dataset"): Fault {
  return new Fault(400, "ResourceAlreadyExists", `The specified resource ${resource} already exists.`);
}

/** There is none of that name. */
export function notFound(resource: "Project" | "Dataset"): Fault {
  return new Fault(400, "ResourceNotFound", `The specified resource ${resource} is not found.`);
}

/** What is to be deleted isn't empty. */
export function subResourcesExist(): Fault {
  return new Fault(400, "StatusConflict", "Message: cannot delete when sub resoures exist");
}
