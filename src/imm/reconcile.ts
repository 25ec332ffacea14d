import { contract, type Model } from "../contract/contract.ts";
import { keys } from "../contract/keys.ts";
import type { Action } from "../contract/wire.ts";
import type { Clock } from "./clock.ts";
import { ImmError, isLost, isOutage, isThrottling } from "./error.ts";
import type { RetryBudget } from "./retry-budget.ts";
import { startTally, type ImmCall, type ImmReply, type Layer, type Send } from "./transport.ts";

/** What reads the thing that a create makes. */
const lookUps: Partial<Record<Action, { action: Action; type: keyof typeof keys }>> = {
  CreateDataset: { action: "GetDataset", type: "Dataset" },
  CreateProject: { action: "GetProject", type: "Project" },
};

// IMM accepts them without effect.
const withoutEffect = new Set(["WorkflowParameters"]);

/**
 * Settles a write whose answer was lost, so that nobody need make a billed thing twice. What was to be made is looked
 * up; an update or a delete, which has the same effect twice, is sent once more. Either is a call like any other: it
 * is judged, paced, told of, and costs a try of the budget.
 */
export function reconcile({ clock, budget }: { clock: Clock; budget: RetryBudget }): Layer {
  return (next) => async (call) => {
    const { repeatable, access } = contract.operations[call.action];
    if (repeatable) return next(call);
    const left = call.deadline - clock.elapsed();
    try {
      return await next({ ...call, deadline: call.deadline - timeToSettle(left) });
    } catch (error) {
      if (!(error instanceof ImmError) || !isLost(error)) throw error;
      const again: Send = (other) => {
        if (!budget.take()) throw unknown(call, error);
        return next({ ...other, tally: startTally() }).catch((reason) => {
          throw isAnswer(reason) ? reason : unknown(call, error);
        });
      };
      if (lookUps[call.action]) return lookUp(call, { clock, again });
      if (access === "update" || access === "delete") return sendOnceMore(call, again);
      throw unknown(call, error);
    }
  };
}

/** Of the time that a request has left, what is kept for settling a write that takes too long. */
function timeToSettle(left: number): number {
  return Math.min(2_500, Math.max(0, left / 4));
}

/** Whether a failure tells of the thing that was asked for. */
function isAnswer(reason: unknown): reason is ImmError {
  if (!(reason instanceof ImmError) || isThrottling(reason) || isOutage(reason)) return false;
  return reason.failure === "refused";
}

async function sendOnceMore(call: ImmCall, again: Send): Promise<ImmReply> {
  try {
    return await again(call);
  } catch (error) {
    const isGone = error instanceof ImmError && error.code === "ResourceNotFound";
    if (!isGone || contract.operations[call.action].access !== "delete") throw error;
    return { status: error.httpStatus!, body: {}, reconciled: true };
  }
}

interface LookUpTools {
  readonly clock: Clock;
  readonly again: Send;
}

async function lookUp(call: ImmCall, { clock, again }: LookUpTools): Promise<ImmReply> {
  const { action, type } = lookUps[call.action]!;
  const key = Object.fromEntries(keys[type]!.map((name) => [name, call.params[name]]));
  const name = Object.values(key).join("/");
  const found = await again({ ...call, action, params: { ...key, WithStatistics: true } }).catch((error) => {
    if (error instanceof ImmError && error.code === "ResourceNotFound") return undefined;
    throw error;
  });
  if (!found) {
    throw new ImmError(call.action, "timeout", {
      message: `The answer to ${call.action} was lost. ${type} ${name} was not there when it was looked up; it may come late, so look again before you repeat the call.`,
    });
  }
  const thing = found.body[type] as ImmCall["params"];
  const madeAt = Date.parse(String(thing["CreateTime"]));
  // Two clocks are never compared: what IMM's clock said at the call's begin is what it says at the look-up, less the
  // time gone by. It says whole seconds, so a thing made within the second before is taken for the call's own.
  const beganAt = (found.date ?? NaN) - (clock.elapsed() - call.tally.sentAt);
  if (Number.isNaN(madeAt - beganAt)) throw unknown(call, undefined);
  if (madeAt < beganAt) {
    throw conflict(call, `${type} ${name} was there before.`);
  }
  const other = otherSettings(call.params, thing, contract.models[type]!);
  if (other.length > 0) {
    throw conflict(call, `${type} ${name} is there with another ${other.join(", ")}.`);
  }
  return { status: found.status, body: { [type]: thing }, reconciled: true };
}

/** The settings that a thing hasn't as they were asked for. What is asked for as empty is left to IMM. */
function otherSettings(asked: ImmCall["params"], thing: ImmCall["params"], model: Model): string[] {
  return Object.keys(model).filter((name) => {
    const isAsked = asked[name] !== undefined && asked[name] !== null && asked[name] !== "";
    return isAsked && !withoutEffect.has(name) && String(asked[name]) !== String(thing[name]);
  });
}

function conflict({ action }: ImmCall, what: string): ImmError {
  return new ImmError(action, "conflicting", { message: `The answer to ${action} was lost. ${what}` });
}

function unknown({ action }: ImmCall, cause: unknown): ImmError {
  return new ImmError(action, "timeout", {
    message: `The answer to ${action} was lost and its outcome is unknown: look whether it was done before you repeat it.`,
    cause,
  });
}
