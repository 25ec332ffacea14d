/** What RAM knows of a request beside its action and resource. */
export interface RequestContext {
  /** The client's address; undefined where it isn't known. */
  readonly sourceIp: string | undefined;
  /** Whether it came by HTTPS. */
  readonly isSecure: boolean;
  /** When it is authorized, in milliseconds since the epoch. */
  readonly time: number;
  readonly userAgent: string | undefined;
}

/** The condition keys that both the gateway and the local IMM have a value for. */
export const conditionKeys = [
  "acs:SourceIp",
  "acs:SecureTransport",
  "acs:CurrentTime",
  "acs:UserAgent",
] as const;

/** The values of the condition keys for one request. */
export function conditionValues({
  sourceIp,
  isSecure,
  time,
  userAgent,
}: RequestContext): Record<(typeof conditionKeys)[number], string | undefined> {
  return {
    "acs:SourceIp": sourceIp,
    "acs:SecureTransport": String(isSecure),
    // Few policies ask for it.
    get "acs:CurrentTime"() {
      return new Date(time).toISOString();
    },
    "acs:UserAgent": userAgent,
  };
}
