import { setMaxListeners } from "node:events";
import { contract } from "../contract/contract.ts";
import type { Action, Reply, Request } from "../contract/wire.ts";
import type { Caller } from "./caller.ts";
import { either, type AbortSignalLike } from "./cancellation-token.ts";
import { systemClock, type Clock } from "./clock.ts";
import type { BreakerState } from "./layers/circuit-breaker.ts";
import { layers } from "./layers/layers.ts";
import { createAuthorizer, type CallerAuthorization, type Permissions } from "./permissions.ts";
import { createShutdown } from "./shutdown.ts";
import { swallowErrors } from "./swallow-errors.ts";
import { createCallStats, type CallReport, type Send, type Transport } from "./transport.ts";

/** How a reply was obtained, beside what IMM says. */
export interface Reconciliation {
  /** Set if IMM's response was lost and the resource was looked up: there is no RequestId then. */
  readonly reconciled?: true;
}

/** The client of one request. */
export interface ImmClient {
  /**
   * Calls an action of IMM. A read is also cancelled if `signal` is aborted.
   *
   * @throws ImmError where the caller may not do it, IMM refuses, can't be reached, or answers what its contract
   *   doesn't allow.
   */
  call<A extends Action>(
    action: A,
    params: Request<A>,
    signal?: AbortSignalLike,
  ): Promise<Reply<A> & Reconciliation>;
  /**
   * Tells what `call` would say of the caller's permission, at this moment; undefined where there are no permissions,
   * and so everything is allowed. A name that `params` hasn't stands for all of them.
   */
  decide(
    action: Action,
    params: { ProjectName?: string; DatasetName?: string },
  ): CallerAuthorization | undefined;
}

/** What one request asks of all its calls. */
export interface RequestOptions {
  /** Whose permissions count. Where there are permissions, nobody may do nothing. */
  caller?: Caller | undefined;
  /** Aborted when whoever asked has left: cancels reads; a write runs to its end. It is asked for at the first read. */
  signal?: AbortSignalLike | undefined;
  /** How long all its calls may take together, in milliseconds from this moment. Default: as long as each takes. */
  withinMs?: number | undefined;
  /** Told of every finished call. */
  onCall?: ((report: CallReport) => void) | undefined;
}

/** IMM, as all requests share it. */
export interface Imm extends AsyncDisposable {
  /** Makes the client of one request. */
  for(request: RequestOptions): ImmClient;
  /** Aborts every call in flight, writes too, and refuses new ones: for a process that is about to exit. */
  abort(): void;
}

/** What IMM is reached with. */
export interface ImmOptions {
  readonly transport: Transport;
  /** What callers may do. Default: everything. */
  readonly permissions?: Permissions | undefined;
  /** How many calls a second each project bears. Default: 100, which IMM enforces. */
  readonly callsPerSecond?: number | undefined;
  /** Is told when the circuit breaker opens, tries and closes. Default: nobody. */
  readonly onBreaker?: ((state: BreakerState) => void) | undefined;
  /** Default: the machine's. */
  readonly clock?: Clock | undefined;
  /** A number from 0 to 1, for waits that shall differ. Default: `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** How many calls a second IMM bears of a project. */
export const defaultCallsPerSecond = 100;

/**
 * Puts the layers around a transport.
 *
 * @throws Error for `callsPerSecond` that isn't a whole number of at least 1.
 */
export function createImm(options: ImmOptions): Imm {
  const { transport, permissions, callsPerSecond = defaultCallsPerSecond } = options;
  const onBreaker = options.onBreaker && swallowErrors(options.onBreaker);
  const { clock = systemClock, random = Math.random } = options;
  if (!Number.isInteger(callsPerSecond) || callsPerSecond < 1) {
    throw new Error(`callsPerSecond must be a whole number of at least 1, not ${callsPerSecond}.`);
  }
  const authorizeCaller = createAuthorizer(permissions, clock.now);
  const attempt: Send = (call) => {
    call.stats.attempts += 1;
    call.stats.sentAt = clock.elapsed();
    return transport.send(call);
  };
  const shutdown = createShutdown();
  const send = layers({ authorizeCaller, callsPerSecond, onBreaker, shutdown, clock, random }).reduceRight(
    (next, layer) => layer(next),
    attempt,
  );

  return {
    for(request) {
      const { caller, withinMs } = request;
      const onCall = request.onCall && swallowErrors(request.onCall);
      const deadline = withinMs === undefined ? Infinity : clock.elapsed() + withinMs;
      let signal: AbortSignalLike | undefined;
      const signalOfReads = () => {
        if (!signal && request.signal) {
          signal = request.signal;
          // Each call in flight listens to it: a hundred of them are no leak.
          if (signal instanceof EventTarget) setMaxListeners(0, signal);
        }
        return signal;
      };
      return {
        async call<A extends Action>(action: A, params: Request<A>, own?: AbortSignalLike) {
          const reply = await send({
            action,
            params: params as unknown as Record<string, unknown>,
            caller,
            signal: contract.operations[action].repeatable ? either(own, signalOfReads()) : undefined,
            deadline,
            onCall,
            stats: createCallStats(),
          });
          const body = reply.body as Reply<A>;
          return reply.reconciled ? { ...body, reconciled: true } : body;
        },
        decide: (action, params) => authorizeCaller(caller, action, params),
      };
    },
    abort: () => shutdown.begin(),
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}
