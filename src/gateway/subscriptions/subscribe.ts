import {
  createSourceEventStream,
  getOperationAST,
  GraphQLError,
  Kind,
  locatedError,
  type ExecutionArgs,
  type ExecutionResult,
  type FieldNode,
  type OperationDefinitionNode,
} from "graphql";
import { execute } from "../../execution/execute.ts";
import type { AbortSignalLike } from "../../imm/cancellation-token.ts";
import type { Clock } from "../../imm/clock.ts";
import { ImmError } from "../../imm/error.ts";
import { callerOf } from "../callers/use-authentication.ts";
import { codeOf } from "../errors/error-codes.ts";
import type { OnStream, StreamEnd } from "../reports/stream-report.ts";
import type { ServerContext } from "../server-context.ts";
import { endStreamAt } from "./end-stream.ts";
import { createEventStream, type EventStream } from "./event-stream.ts";
import { stopping, tooManyStreams } from "./stream-errors.ts";
import type { Streams } from "./streams.ts";

/** What streams are opened with. */
export interface SubscribeTools {
  readonly streams: Streams;
  readonly limits: {
    readonly streams: number;
    readonly callerStreams: number;
    readonly streamSeconds: number;
  };
  readonly clock: Clock;
  readonly runEvent: RunEvent;
  readonly onStream: OnStream;
}

/** Executes an operation for one event of a request's stream, with a context of its own. */
export type RunEvent = (
  request: ServerContext & { readonly request: Request },
  signal: AbortSignalLike,
  executeWith: (context: object) => ExecutionResult | Promise<ExecutionResult>,
) => Promise<ExecutionResult>;

/**
 * Opens a stream for a subscription, as graphql-js would; but each event has a context of its own, so that it is read
 * anew, and an error of its source is its last event.
 */
export function createSubscribe({ streams, limits, clock, runEvent, onStream }: SubscribeTools) {
  return async (args: ExecutionArgs): Promise<EventStream | ExecutionResult> => {
    const request = args.contextValue as ServerContext & { readonly request: Request };
    const caller = callerOf(request);
    const { signal } = request.request;
    if (streams.isStopping) return { errors: [stopping()] };
    const exceeded = streams.exceeded(caller);
    if (exceeded) return { errors: [tooManyStreams(exceeded, limits[exceeded])] };
    const operation = getOperationAST(args.document, args.operationName);
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) return source;

    const events = source[Symbol.asyncIterator]();
    const fields = fieldsOf(operation);
    const startedAt = clock.now();
    const began = clock.elapsed();
    const codes = new Set<string>();
    let count = 0;
    let cancelTimers = () => {};

    const stream = createEventStream({
      source: events,
      async run(event, leaving) {
        const result = await runEvent(request, leaving, (context) =>
          execute({ ...args, rootValue: event, contextValue: { ...request, ...context } }),
        );
        count += 1;
        for (const error of result.errors ?? []) codes.add(codeOfError(error));
        return result;
      },
      toError: (reason) => locatedError(reason, fields, fields[0] && [responseName(fields[0])]),
      onEnd(end: StreamEnd, error) {
        cancelTimers();
        signal.removeEventListener("abort", leave);
        streams.remove(open, caller);
        if (error) codes.add(codeOfError(error));
        const report = {
          ...{ startedAt, ms: clock.elapsed() - began, end, caller: caller.name },
          operation: operation?.name?.value,
          events: count,
          polls: pollsOf(events),
          codes: [...codes],
        };
        onStream({ kind: "end", report });
      },
    });
    const open = { stop: () => stream.end("stopped") };
    const leave = () => stream.end("left");
    streams.add(open, caller);
    onStream({ kind: "begin" });
    cancelTimers = endStreamAt(stream, { caller, seconds: limits.streamSeconds, clock });
    // Yoga ends a stream only once it has begun to read it.
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave);
    return stream;
  };
}

/** The field of a subscription; none where a fragment has it. */
function fieldsOf(operation: OperationDefinitionNode | null | undefined): FieldNode[] {
  return operation?.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD) ?? [];
}

function responseName({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function codeOfError({ originalError, extensions }: GraphQLError): string {
  if (originalError instanceof ImmError) return codeOf(originalError);
  const { code } = extensions;
  return typeof code === "string" ? code : "INTERNAL_SERVER_ERROR";
}

/** How often IMM was asked for a stream's events, if it counts that. */
function pollsOf(events: AsyncIterator<unknown>): number {
  return "polls" in events && typeof events.polls === "number" ? events.polls : 0;
}
