import { contract } from "../../contract/contract.ts";
import { keys } from "../../contract/resource-keys.ts";
import type { Action } from "../../contract/wire.ts";
import type { Clock } from "../clock.ts";
import { ImmError, isCredentialCode, isLost, isOutage, isThrottling } from "../error.ts";
import { startStats, type ImmCall, type ImmReply, type Layer, type Send } from "../transport.ts";
import { differingSettings } from "./differing-settings.ts";
import type { RetryBudget } from "./retry-budget.ts";

/** What reads the thing that a create makes. */
const lookUps: Partial<Record<Action, LookUp>> = {
  CreateDataset: { action: "GetDataset", type: "Dataset" },
  CreateProject: { action: "GetProject", type: "Project" },
};

interface LookUp {
  readonly action: Action;
  readonly type: string;
}

/**
 * Settles a write whose answer was lost, so that nobody need make a billed thing twice. What was to be made is looked
 * up; an update or a delete, which has the same effect twice, is sent once more. Either is a call like any other, that
 * is judged, paced and told of, but for the breaker, and costs a try of the budget.
 */
export function reconcile({ clock, budget }: { clock: Clock; budget: RetryBudget }): Layer {
  const write = async (next: Send, call: ImmCall) => {
    const { access } = contract.operations[call.action];
    const lookUp = lookUps[call.action];
    const mayRepeat = access === "update" || access === "delete";
    const kept = lookUp || mayRepeat ? timeToSettle(call.deadline - clock.elapsed()) : 0;
    try {
      return await next({ ...call, deadline: call.deadline - kept });
    } catch (error) {
      if (!(error instanceof ImmError) || call.stats.attempts === 0 || !isLost(error)) throw error;
      const again: Send = (other) => {
        if (!budget.take()) throw outcomeUnknown(call, error);
        return next({ ...other, settles: true, stats: startStats() });
      };
      if (lookUp) return findMade({ call, lost: error, clock, again }, lookUp);
      if (mayRepeat) return sendOnceMore({ call, lost: error, again });
      throw outcomeUnknown(call, error);
    }
  };

  return (next) => (call) => (contract.operations[call.action].repeatable ? next(call) : write(next, call));
}

/** Of the time that a request has left, what is kept for settling a write that takes too long. */
function timeToSettle(left: number): number {
  return Math.min(2_500, Math.max(0, left / 4));
}

/** A write whose answer was lost, and what settles it. */
interface Lost {
  readonly call: ImmCall;
  /** How it was lost. */
  readonly lost: ImmError;
  readonly again: Send;
}

async function sendOnceMore({ call, lost, again }: Lost): Promise<ImmReply> {
  try {
    return await again(call);
  } catch (error) {
    if (!isAnswer(error)) throw outcomeUnknown(call, lost);
    const isGone = error.code === "ResourceNotFound";
    if (!isGone || contract.operations[call.action].access !== "delete") throw error;
    return { status: error.httpStatus!, body: {}, reconciled: true };
  }
}

/** Whether a failure tells of the thing that was asked for, and not of who asks or of IMM. */
function isAnswer(error: unknown): error is ImmError {
  if (!(error instanceof ImmError) || error.failure !== "refused" || error.unsent) return false;
  const isAboutCaller = error.httpStatus === 403 || isCredentialCode(error.code);
  return !isAboutCaller && !isThrottling(error) && !isOutage(error);
}

async function findMade(
  { call, lost, clock, again }: Lost & { readonly clock: Clock },
  { action, type }: LookUp,
): Promise<ImmReply> {
  const key = Object.fromEntries(keys[type]!.map((name) => [name, call.params[name]]));
  const name = Object.values(key).join("/");
  let found: ImmReply | undefined;
  try {
    found = await again({ ...call, action, params: { ...key, WithStatistics: true } });
  } catch (error) {
    const isAbsent = error instanceof ImmError && error.code === "ResourceNotFound";
    if (!isAbsent) throw outcomeUnknown(call, lost);
  }
  const told = { lost, action: call.action };
  if (!found) {
    throw lostWrite(
      "timeout",
      told,
      `${type} ${name} was not there when it was looked up; it may come late, so look again before you repeat the call.`,
    );
  }
  const thing = found.body[type] as ImmCall["params"];
  const madeAt = Date.parse(String(thing["CreateTime"]));
  // Two clocks are never compared: what IMM's clock said at the call's begin is what it says at the look-up, less the
  // time gone by. It says whole seconds, so a thing made within the second before is taken for the call's own.
  const beganAt = (found.date ?? NaN) - (clock.elapsed() - call.stats.sentAt);
  if (Number.isNaN(madeAt - beganAt)) throw outcomeUnknown(call, lost);
  if (madeAt < beganAt) throw lostWrite("conflicting", told, `${type} ${name} was there before.`);
  const other = differingSettings(type, { asked: call.params, thing, isRounded: found.isRounded ?? false });
  if (other.length > 0) {
    throw lostWrite("conflicting", told, `${type} ${name} is there with another ${other.join(", ")}.`);
  }
  return { status: found.status, body: { [type]: thing }, reconciled: true };
}

function lostWrite(
  failure: "conflicting" | "timeout",
  { action, lost }: { action: Action; lost: ImmError },
  what: string,
): ImmError {
  return new ImmError(action, failure, {
    message: `The answer to ${action} was lost. ${what}`,
    lost: failure === "timeout" ? "absent" : undefined,
    cause: lost,
  });
}

function outcomeUnknown({ action }: ImmCall, cause: ImmError): ImmError {
  return new ImmError(action, "timeout", {
    message: `The answer to ${action} was lost and its outcome is unknown: look whether it was done before you repeat it.`,
    lost: "unknown",
    cause,
  });
}
