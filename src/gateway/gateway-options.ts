import type { Renames } from "../graphql/subgraph/renames.ts";
import type { Imm } from "../imm/client.ts";
import type { Authenticate } from "./callers/authenticate.ts";
import type { RateLimit } from "./callers/fixed-windows.ts";
import type { Explorer } from "./explorer/explorer-files.ts";
import type { Logger } from "./logger.ts";
import type { Limits } from "./operations/limits.ts";
import type { TrustedDocuments } from "./operations/trusted-documents.ts";
import type { Clock } from "../imm/clock.ts";
import type { OnRequest } from "./reports/request-report.ts";
import type { OnStream } from "./reports/stream-report.ts";

/** What a gateway is made of. */
export interface GatewayOptions {
  readonly imm: Imm;
  /** Where it tells what failed. Default: the console, warnings and errors alone. */
  readonly logger?: Logger | undefined;
  /** Serves the graph as a part of a larger one, with these names changed. Default: as one that stands alone. */
  readonly subgraph?: { readonly renames?: Renames } | undefined;
  /** Tells who calls. Default: everybody is `anonymous`, and only loopback names are answered. */
  readonly authenticate?: Authenticate | undefined;
  /**
   * Whose word on a client's address and scheme is taken (X-Forwarded-For, X-Forwarded-Proto): addresses, CIDR blocks,
   * `loopback`, `linklocal`, `uniquelocal`. Default: nobody's.
   */
  readonly trustedProxies?: readonly string[] | undefined;
  /** How much each caller may ask. Default: as much as they like. */
  readonly rateLimit?: RateLimit | undefined;
  /** The page to serve beside the graph. Default: none. */
  readonly explorer?: Explorer | undefined;
  /** Whether a request may ask which calls to IMM it caused. Default: it may not. */
  readonly traceCalls?: boolean | undefined;
  /** How long all the calls to IMM of one request may take together, in milliseconds. Default: 15000. */
  readonly deadlineMs?: number | undefined;
  /** Is told of each finished request, for metrics and traces; `logger` has its line already. Default: nobody. */
  readonly onRequest?: OnRequest | undefined;
  /** Is told of each stream when it begins and when it has ended, and of the calls between. Default: nobody. */
  readonly onStream?: OnStream | undefined;
  /** When streams poll and end. Default: the machine's. */
  readonly clock?: Clock | undefined;
  /** What one request may ask for. Default: `defaultLimits`, also for each limit that is left out. */
  readonly limits?: Partial<Limits> | undefined;
  /** Whether a request may ask for the graph itself. Default: it may. */
  readonly introspection?: boolean | undefined;
  /** Whether errors name what the sender may have meant. Default: they do. */
  readonly suggestions?: boolean | undefined;
  /** Which pages of other origins may read its answers: `https://app.example.com`. Default: none. */
  readonly corsOrigins?: readonly string[] | undefined;
  /** The only documents that it runs. Default: it runs any. */
  readonly trustedDocuments?: TrustedDocuments | undefined;
}
