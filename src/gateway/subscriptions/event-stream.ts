import { GraphQLError, type ExecutionResult } from "graphql";
import { CancellationToken, type AbortSignalLike } from "../../imm/cancellation-token.ts";
import type { StreamEnd } from "../reports/stream-report.ts";

/** The events of a subscription, each as the result of its operation: an iterator whose `return` ends it at once. */
export interface EventStream extends AsyncIterableIterator<ExecutionResult> {
  return(): Promise<IteratorReturnResult<undefined>>;
  /** Ends it before its source does; with an error, that is its last event. */
  end(how: StreamEnd, error?: GraphQLError): void;
}

/** What a stream is made of. */
export interface EventStreamOptions {
  /** What happens, event by event; `return` ends it at once. */
  readonly source: AsyncIterator<unknown>;
  /** Runs the operation for an event. The signal is aborted once nobody waits for it. */
  readonly run: (event: unknown, signal: AbortSignalLike) => Promise<ExecutionResult>;
  /** The error of a source that failed. */
  readonly toError: (reason: unknown) => GraphQLError;
  /** Is told once how it ended. */
  readonly onEnd: (how: StreamEnd, error?: GraphQLError) => void;
}

const done = { done: true, value: undefined } as const;

/** Makes a stream. It holds one event at a time: its source is asked for the next when that has been read. */
export function createEventStream({ source, run, toError, onEnd }: EventStreamOptions): EventStream {
  const leaving = new CancellationToken();
  let last: ExecutionResult | undefined;
  let hasEnded = false;
  let wake = () => {};

  const end = (how: StreamEnd, error?: GraphQLError) => {
    if (hasEnded) return;
    hasEnded = true;
    if (error) last = { errors: [error] };
    void source.return?.();
    leaving.abort(new Error("The stream has ended."));
    onEnd(how, error);
    wake();
  };

  const produce = async (): Promise<ExecutionResult | undefined> => {
    try {
      const { done: isLast = false, value } = await source.next();
      if (hasEnded) return undefined;
      if (!isLast) return await run(value, leaving);
      end("completed");
    } catch (reason) {
      end("failed", toError(reason));
    }
    return undefined;
  };

  const stream: EventStream = {
    async next() {
      if (!hasEnded) {
        const ended = new Promise<undefined>((resolve) => (wake = () => resolve(undefined)));
        const value = await Promise.race([produce(), ended]);
        if (value && !hasEnded) return { done: false, value };
      }
      if (!last) return done;
      const value = last;
      last = undefined;
      return { done: false, value };
    },
    return() {
      end("left");
      last = undefined;
      return Promise.resolve(done);
    },
    end,
    [Symbol.asyncIterator]: () => stream,
  };
  return stream;
}
