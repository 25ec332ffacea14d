import type { Caller } from "../imm/caller.ts";
import type { NodeRequest } from "./http/node-request.ts";
import type { RequestDraft } from "./reports/request-draft.ts";

/** Yoga's server context of a request: the server's own request, who sent it, and the draft of its report. */
export interface ServerContext {
  /** Undefined if the request came by `gateway.fetch`. */
  req?: NodeRequest;
  caller?: Caller;
  /** Undefined for a request that isn't reported. */
  draft?: RequestDraft | undefined;
}
