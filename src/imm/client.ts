import { setMaxListeners } from "node:events";
import { contract } from "../contract/contract.ts";
import type { Action, Reply, Request } from "../contract/wire.ts";
import type { Caller } from "./caller.ts";
import { layers } from "./layers.ts";
import type { CallReport, Send, Transport } from "./transport.ts";

/** The client of one request. */
export interface ImmClient {
  /**
   * Calls an action of IMM.
   *
   * @throws ImmError where IMM refuses, can't be reached, or answers what its contract doesn't allow.
   */
  call<A extends Action>(action: A, params: Request<A>): Promise<Reply<A>>;
}

/** What one request asks of all its calls. */
export interface RequestOptions {
  /** Aborted when whoever asked has left: cancels reads; a write runs to its end. */
  signal?: AbortSignal | undefined;
  /** When every call must be done, in milliseconds since the epoch. */
  deadline?: number | undefined;
  /** Who asks. */
  caller?: Caller | undefined;
  /** Told of every finished call. */
  onCall?: ((report: CallReport) => void) | undefined;
}

/** IMM, as all requests share it. */
export interface Imm extends AsyncDisposable {
  /** Makes the client of one request. */
  for(request: RequestOptions): ImmClient;
}

/** Puts the layers around a transport. The clock is an argument: milliseconds since the epoch. */
export function createImm({ transport, now = Date.now }: { transport: Transport; now?: () => number }): Imm {
  const attempt: Send = (call) => {
    call.attempts += 1;
    return transport.send(call);
  };
  const send = layers({ now }).reduceRight((next, layer) => layer(next), attempt);

  return {
    for({ signal, deadline, onCall }) {
      // Each call in flight listens to it: a hundred of them are no leak.
      if (signal) setMaxListeners(0, signal);
      return {
        async call<A extends Action>(action: A, params: Request<A>) {
          const reply = await send({
            action,
            params: params as unknown as Record<string, unknown>,
            signal: contract.operations[action].repeatable ? signal : undefined,
            deadline,
            onCall,
            attempts: 0,
          });
          return reply.body as Reply<A>;
        },
      };
    },
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}
