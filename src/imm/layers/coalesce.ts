import { contract } from "../../contract/contract.ts";
import { abortable } from "../abortable.ts";
import { CancellationToken } from "../cancellation-token.ts";
import type { ImmCall, ImmReply, Layer, Send } from "../transport.ts";
import { encode, wireRequest } from "../wire/request.ts";

/** A call in flight, and those that wait for its reply. */
interface Flight {
  /** The first of the coalesced calls. */
  readonly call: ImmCall;
  /** What is made for all of them, until the latest of their deadlines. */
  readonly shared: { deadline: number };
  readonly reply: Promise<ImmReply>;
  /** Aborts it when nobody waits for it any more. */
  readonly cancellation: CancellationToken;
  waiting: number;
}

/**
 * Request coalescing: identical repeatable calls that are in flight at the same time become one. Callers read their own
 * writes: once a write ends, reads of its project that began before can't be joined.
 */
export function coalesce(): Layer {
  // A key has several flights if calls of different callers wait for permits.
  const flights = new Map<string, Flight[]>();

  const forget = (key: string, flight: Flight) => {
    const others = flights.get(key)?.filter((other) => other !== flight) ?? [];
    if (others.length > 0) flights.set(key, others);
    else flights.delete(key);
  };

  const start = (key: string, call: ImmCall, next: Send): Flight => {
    const cancellation = new CancellationToken();
    const shared = { ...call, signal: cancellation };
    const flight: Flight = { call, shared, reply: begin(next, shared), cancellation, waiting: 0 };
    flights.set(key, [...(flights.get(key) ?? []), flight]);
    const end = () => forget(key, flight);
    void flight.reply.then(end, end);
    return flight;
  };

  const stopJoining = (project: unknown) => {
    for (const [key, [flight]] of flights) {
      const readProject = flight?.call.params["ProjectName"];
      if (readProject === project || readProject === undefined || project === undefined) flights.delete(key);
    }
  };

  return (next) => async (call) => {
    if (!contract.operations[call.action].repeatable) {
      try {
        return await next(call);
      } finally {
        stopJoining(call.params["ProjectName"]);
      }
    }
    call.signal?.throwIfAborted();
    const key = keyOf(call);
    const joined = flights.get(key)?.find((flight) => mayJoin(flight, call));
    call.stats.shared = joined !== undefined;
    const flight = joined ?? start(key, call, next);
    flight.waiting += 1;
    // One that joins later may have more time.
    flight.shared.deadline = Math.max(flight.shared.deadline, call.deadline);
    try {
      return await abortable(flight.reply, call.signal);
    } finally {
      flight.waiting -= 1;
      if (flight.waiting === 0 && call.signal?.aborted) {
        forget(key, flight);
        flight.cancellation.abort(call.signal.reason);
      }
    }
  };
}

/** While a call waits for a permit, in its caller's queue, calls of other callers can't join it. */
function mayJoin(flight: Flight, { caller }: ImmCall): boolean {
  return flight.call.stats.waitsSince === undefined || flight.call.caller?.name === caller?.name;
}

/** The same text for identical calls. */
function keyOf({ action, params }: ImmCall): string {
  const { query, form } = wireRequest(action, params);
  return `${action}?${encode(query)}&${encode(form ?? {})}`;
}

/** Makes a call in the next tick, when its flight is registered. */
async function begin(next: Send, call: ImmCall): Promise<ImmReply> {
  await undefined;
  return next(call);
}
