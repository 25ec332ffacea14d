import type { Caller } from "../../imm/caller.ts";
import type { Clock } from "../../imm/clock.ts";
import type { EventStream } from "./event-stream.ts";
import { expired, tooLong } from "./stream-errors.ts";

/**
 * Ends a stream when its caller's token runs out, or when it has been open for as long as one may be. Returns what
 * cancels that.
 */
export function endStreamAt(
  stream: EventStream,
  { caller, seconds, clock }: { readonly caller: Caller; readonly seconds: number; readonly clock: Clock },
): () => void {
  const { expiresAt = Infinity } = caller;
  const timesOutAt = clock.now() + seconds * 1000;
  let cancel = () => {};
  const wait = () => {
    const now = clock.now();
    if (now >= expiresAt) return stream.end("expired", expired());
    if (now >= timesOutAt) return stream.end("timeout", tooLong(seconds));
    // A timer can't wait for more than 24 days, and may fire a moment early.
    cancel = clock.after(Math.max(1, Math.min(expiresAt, timesOutAt) - now), wait);
  };
  wait();
  return () => cancel();
}
