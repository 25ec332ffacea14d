import { setMaxListeners } from "node:events";
import { contract } from "../contract/contract.ts";
import type { Action, Reply, Request } from "../contract/wire.ts";
import type { Caller } from "./caller.ts";
import { systemClock, type Clock } from "./clock.ts";
import { layers } from "./layers.ts";
import { createJudge, type CallerVerdict, type Permissions } from "./permissions.ts";
import type { CallReport, Send, Transport } from "./transport.ts";

/** The client of one request. */
export interface ImmClient {
  /**
   * Calls an action of IMM.
   *
   * @throws ImmError where the caller may not do it, IMM refuses, can't be reached, or answers what its contract
   *   doesn't allow.
   */
  call<A extends Action>(action: A, params: Request<A>): Promise<Reply<A>>;
  /**
   * Tells what `call` would say of the caller's permission, at this moment; undefined where there are no permissions,
   * and so everything is allowed. A name that `params` hasn't stands for all of them.
   */
  judge(action: Action, params: { ProjectName?: string; DatasetName?: string }): CallerVerdict | undefined;
}

/** What one request asks of all its calls. */
export interface RequestOptions {
  /** Whose permissions count. Where there are permissions, nobody may do nothing. */
  caller?: Caller | undefined;
  /** Aborted when whoever asked has left: cancels reads; a write runs to its end. */
  signal?: AbortSignal | undefined;
  /** How long all its calls may take together, in milliseconds from this moment. Default: as long as each takes. */
  withinMs?: number | undefined;
  /** Told of every finished call. */
  onCall?: ((report: CallReport) => void) | undefined;
}

/** `open`: nothing is sent; `half-open`: one call tries. */
export type BreakerState = "closed" | "half-open" | "open";

/** IMM, as all requests share it. */
export interface Imm extends AsyncDisposable {
  /** Makes the client of one request. */
  for(request: RequestOptions): ImmClient;
}

/** What IMM is reached with. */
export interface ImmOptions {
  readonly transport: Transport;
  /** What callers may do. Default: everything. */
  readonly permissions?: Permissions | undefined;
  /** Is told when the circuit breaker opens, tries and closes. Default: nobody. */
  readonly onBreaker?: ((state: BreakerState) => void) | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock | undefined;
}

/** Puts the layers around a transport. */
export function createImm({ transport, permissions, clock = systemClock }: ImmOptions): Imm {
  const judge = createJudge(permissions, clock.now);
  const attempt: Send = (call) => {
    call.tally.attempts += 1;
    return transport.send(call);
  };
  const send = layers({ judge, clock }).reduceRight((next, layer) => layer(next), attempt);

  return {
    for({ caller, signal, withinMs, onCall }) {
      const deadline = withinMs === undefined ? undefined : clock.now() + withinMs;
      // Each call in flight listens to it: a hundred of them are no leak.
      if (signal) setMaxListeners(0, signal);
      return {
        async call<A extends Action>(action: A, params: Request<A>) {
          const reply = await send({
            action,
            params: params as unknown as Record<string, unknown>,
            caller,
            signal: contract.operations[action].repeatable ? signal : undefined,
            deadline,
            onCall,
            tally: { attempts: 0, throttled: 0, waitedMs: 0, shared: false },
          });
          return reply.body as Reply<A>;
        },
        judge: (action, params) => judge(caller, action, params),
      };
    },
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}
