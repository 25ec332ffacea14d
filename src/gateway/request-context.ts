import type { Context } from "../graphql/context.ts";
import { Loaders } from "../graphql/loading/loaders.ts";
import type { FilePolling } from "../graphql/polling/file-polling.ts";
import type { Caller } from "../imm/caller.ts";
import type { Imm, RequestOptions } from "../imm/client.ts";
import type { CallReport } from "../imm/transport.ts";
import { callerOf } from "./callers/use-authentication.ts";
import type { ClientDisconnect } from "./http/client-disconnect.ts";
import { asksForCalls } from "./reports/use-call-trace.ts";
import type { ServerContext } from "./server-context.ts";

/** What all contexts are made with. */
export interface ContextOptions extends Pick<Context, "maxRepresentations" | "suggestions"> {
  readonly imm: Imm;
  readonly filePolling: FilePolling;
  readonly deadlineMs: number;
  readonly traceCalls: boolean;
}

/** What a request, or one event of its stream, has of its own. */
export interface Run {
  /** The calls that it makes are added to it. */
  readonly calls: CallReport[];
  readonly disconnect: ClientDisconnect;
  readonly onCall?: (call: CallReport) => void;
}

/** What makes the context of a request, and of each event of its stream: each has a deadline and loaders of its own. */
export function contextFactory(options: ContextOptions) {
  const { imm, filePolling, maxRepresentations, suggestions, deadlineMs, traceCalls } = options;
  return (serverContext: ServerContext & { readonly request: Request }, run: Run) => {
    const { calls, disconnect } = run;
    const caller = callerOf(serverContext);
    const client = imm.for(new RunOptions(caller, deadlineMs, run));
    return {
      caller,
      imm: client,
      loaders: new Loaders(client),
      filePolling,
      maxRepresentations,
      suggestions,
      calls: traceCalls && asksForCalls(serverContext.request) ? calls : undefined,
      disconnect,
    } satisfies Context & Record<string, unknown>;
  };
}

class RunOptions implements RequestOptions {
  readonly caller: Caller;
  readonly withinMs: number;
  readonly #run: Run;

  constructor(caller: Caller, withinMs: number, run: Run) {
    this.caller = caller;
    this.withinMs = withinMs;
    this.#run = run;
  }
  /** Made at the first read; a write needs none. */
  get signal() {
    return this.#run.disconnect.signal;
  }
  readonly onCall = (call: CallReport) => {
    this.#run.calls.push(call);
    this.#run.onCall?.(call);
  };
}
