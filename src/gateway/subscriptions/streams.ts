import type { Caller } from "../../imm/caller.ts";
import type { Limits } from "../operations/limits.ts";

/** Something that is open until it is ended. */
export interface OpenStream {
  /** Completes it, since the gateway stops. */
  stop(): void;
}

/** The streams that are open, of all callers together. */
export interface Streams {
  /** Whether new ones are refused, since the gateway stops. */
  readonly isStopping: boolean;
  /** The limit that one more stream of a caller would exceed; undefined if it may be opened. */
  exceeded(caller: Caller): "callerStreams" | "streams" | undefined;
  add(stream: OpenStream, caller: Caller): void;
  remove(stream: OpenStream, caller: Caller): void;
  /** Completes all, and lets none be opened any more. */
  stop(): void;
}

/** Makes the set of open streams. As with rates, callers count by their name if they have one, else by their address. */
export function createStreams(
  limits: Pick<Limits, "callerStreams" | "streams">,
  { isNamed }: { readonly isNamed: boolean },
): Streams {
  const open = new Set<OpenStream>();
  const counts = new Map<string, number>();
  let isStopping = false;
  const nameOf = ({ name, sourceIp = "" }: Caller) => (isNamed ? name : sourceIp);

  return {
    get isStopping() {
      return isStopping;
    },
    exceeded(caller) {
      if (open.size >= limits.streams) return "streams";
      return (counts.get(nameOf(caller)) ?? 0) >= limits.callerStreams ? "callerStreams" : undefined;
    },
    add(stream, caller) {
      open.add(stream);
      counts.set(nameOf(caller), (counts.get(nameOf(caller)) ?? 0) + 1);
    },
    remove(stream, caller) {
      if (!open.delete(stream)) return;
      const left = (counts.get(nameOf(caller)) ?? 0) - 1;
      if (left > 0) counts.set(nameOf(caller), left);
      else counts.delete(nameOf(caller));
    },
    stop() {
      isStopping = true;
      for (const stream of open) stream.stop();
    },
  };
}
