import type { Action, Reply } from "../../contract/wire.ts";
import type { Bindings } from "../bindings/bindings.ts";
import type { Buckets } from "../buckets/buckets.ts";
import type { Indexer } from "../indexing/indexer.ts";
import type { MediaReader } from "../media/reader.ts";
import type { Params } from "../params/params.ts";
import type { Store } from "../store/store.ts";

/** What an operation works with. */
export interface Context {
  readonly store: Store;
  readonly accountId: string;
  readonly buckets: Buckets;
  /** Watches what is bound. */
  readonly bindings: Pick<Bindings, "created" | "deleted" | "retry">;
  readonly indexer: Pick<Indexer, "queue">;
  readonly reader: Pick<MediaReader, "read">;
  /** Nanoseconds since the epoch. */
  readonly now: () => bigint;
}

/**
 * One action: reads its parameters, refuses or acts, and returns what IMM would. What takes long lets others have the
 * process in between, and ends with the signal's reason once its caller has left; it writes nothing.
 * What writes shares a transaction with others, and is run again if that fails: it does nothing else that mustn't be done twice.
 */
export type Operation<A extends Action> = (
  params: Params,
  context: Context,
  signal?: AbortSignal,
) => Body<A> | Promise<Body<A>>;

type Body<A extends Action> = Omit<Reply<A>, "RequestId">;

/** A copy without the members that are undefined: over the old values, what was not sent leaves them as they are. */
export function sent<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
