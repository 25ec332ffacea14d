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

export function missing(parameter: string): Fault {
  return new Fault(400, `Missing${parameter}`, `${parameter} is mandatory for this action.`);
}

export function invalid(parameter: string, reason?: string): Fault {
  const sentence = `Specified parameter ${parameter} is not valid.`;
  return new Fault(400, `Invalid${parameter}`, reason ? `${sentence} ${reason}` : sentence);
}

export function malformedJson(parameter: string): Fault {
  const text = `InvalidJSON Array parsing error,${parameter}`;
  return new Fault(400, text, text);
}

export function quotaTooLarge(): Fault {
  return new Fault(400, "LimitExceededError", "Message: input quota exceed the max value");
}

export function tooMany(): Fault {
  return new Fault(400, "LimitExceededError", "Message: resource count exceeds the limit");
}

export function alreadyExists(resource: "Project" | "Dataset"): Fault {
  return new Fault(400, "ResourceAlreadyExists", `The specified resource ${resource} already exists.`);
}

export function notFound(resource: "Project" | "Dataset"): Fault {
  return new Fault(400, "ResourceNotFound", `The specified resource ${resource} is not found.`);
}

export function subResourcesExist(): Fault {
  return new Fault(400, "StatusConflict", "Message: cannot delete when sub resoures exist");
}
