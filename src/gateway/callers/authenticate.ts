/** A caller, as their credentials tell. */
export interface Identity {
  readonly name: string;
  readonly roles: readonly string[];
}

/**
 * Tells who sends a request by its credentials: undefined where there are none, or bad ones. It throws where they
 * can't be checked. What it throws is logged, so it must hold no credentials.
 */
export type Authenticate = (request: Request) => Identity | undefined | Promise<Identity | undefined>;
