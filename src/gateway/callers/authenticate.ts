/** A caller, by their credentials. */
export interface Identity {
  readonly name: string;
  readonly roles: readonly string[];
  /** Until when its credentials are valid, in milliseconds since the epoch: then its streams end. Default: for ever. */
  readonly expiresAt?: number | undefined;
}

/**
 * Identifies who sends a request by its credentials: undefined if there are none, or bad ones. It throws if they can't
 * be checked. What it throws is logged, so it must hold no credentials.
 */
export type Authenticate = (request: Request) => Identity | undefined | Promise<Identity | undefined>;
