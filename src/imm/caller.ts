/** Who asks, as RAM policies judge them. */
export interface Caller {
  readonly name: string;
  readonly roles: readonly string[];
  /** The client's IP address; undefined where it isn't known. */
  readonly sourceIp?: string | undefined;
  /** Whether the client reached the gateway by HTTPS. */
  readonly isSecure: boolean;
  readonly userAgent?: string | undefined;
  /** Until when its credentials are valid, in milliseconds since the epoch; undefined if they don't expire. */
  readonly expiresAt?: number | undefined;
}
