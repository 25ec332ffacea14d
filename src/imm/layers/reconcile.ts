import { contract, parametersOf } from "../../contract/contract.ts";
import { resourceKeys } from "../../contract/resource-keys.ts";
import type { Action } from "../../contract/wire.ts";
import type { Clock } from "../clock.ts";
import { ImmError, isCredentialCode, isLost, isOutage, isThrottling } from "../error.ts";
import { createCallStats, type ImmCall, type ImmReply, type Layer, type Send } from "../transport.ts";
import { differingSettings } from "./differing-settings.ts";
import type { RetryBudget } from "./retry-budget.ts";

/** How what a create makes is read. */
const lookups: Partial<Record<Action, Lookup>> = {
  AttachOSSBucket: {
    action: "GetOSSBucketAttachment",
    type: "OSSBucketAttachment",
    model: "GetOSSBucketAttachmentResponseBody",
    key: ["OSSBucket"],
  },
  CreateBinding: lookupOf("GetBinding", "Binding"),
  CreateDataset: lookupOf("GetDataset", "Dataset"),
  CreateProject: lookupOf("GetProject", "Project"),
};

interface Lookup {
  readonly action: Action;
  /** What it reads, as sentences name it. */
  readonly type: string;
  /** The same, as the contract describes it. */
  readonly model: string;
  readonly key: readonly string[];
  /** The member of both replies that holds it. If undefined, the look-up's reply is it, and the create answers nothing of it. */
  readonly member?: string;
}

function lookupOf(action: Action, type: string): Lookup {
  return { action, type, model: type, member: type, key: resourceKeys[type]! };
}

/**
 * Reconciles a write whose response was lost, so that nothing billed is created twice. A create is looked up; an update
 * or a delete is idempotent and sent once more. Either call is authorized, throttled and reported as usual, passes an
 * open breaker, and takes a retry from the budget.
 */
export function reconcile({ clock, budget }: { clock: Clock; budget: RetryBudget }): Layer {
  const write = async (next: Send, call: ImmCall) => {
    const { access } = contract.operations[call.action];
    const lookup = lookups[call.action];
    const mayRepeat = access === "update" || access === "delete";
    const reservedMs = lookup || mayRepeat ? reconcileReserveMs(call.deadline - clock.elapsed()) : 0;
    try {
      return await next({ ...call, deadline: call.deadline - reservedMs });
    } catch (error) {
      if (!(error instanceof ImmError) || call.stats.attempts === 0 || !isLost(error)) throw error;
      const sendReconciling: Send = (other) => {
        if (!budget.take()) throw outcomeUnknown(call, error);
        return next({ ...other, settles: true, stats: createCallStats() });
      };
      if (lookup) return lookUpCreated({ call, lost: error, clock, sendReconciling }, lookup);
      if (mayRepeat) return resend({ call, lost: error, sendReconciling });
      throw outcomeUnknown(call, error);
    }
  };

  return (next) => (call) => (contract.operations[call.action].repeatable ? next(call) : write(next, call));
}

/** The part of a request's remaining time that is reserved for reconciling a write that takes too long. */
function reconcileReserveMs(left: number): number {
  return Math.min(2_500, Math.max(0, left / 4));
}

/** A write whose response was lost, and how to reconcile it. */
interface LostWrite {
  readonly call: ImmCall;
  /** How it was lost. */
  readonly lost: ImmError;
  readonly sendReconciling: Send;
}

async function resend({ call, lost, sendReconciling }: LostWrite): Promise<ImmReply> {
  try {
    return await sendReconciling(call);
  } catch (error) {
    if (!isDefinitive(error)) throw outcomeUnknown(call, lost);
    const isGone = error.code === "ResourceNotFound";
    if (!isGone || contract.operations[call.action].access !== "delete") throw error;
    return { status: error.httpStatus!, body: {}, reconciled: true };
  }
}

/** Whether a failure is about the resource, and not about the caller's rights or the state of IMM. */
function isDefinitive(error: unknown): error is ImmError {
  if (!(error instanceof ImmError) || error.failure !== "refused" || error.unsent) return false;
  const isAboutCaller = error.httpStatus === 403 || isCredentialCode(error.code);
  return !isAboutCaller && !isThrottling(error) && !isOutage(error);
}

async function lookUpCreated(
  { call, lost, clock, sendReconciling }: LostWrite & { readonly clock: Clock },
  { action, type, model, member, key: names }: Lookup,
): Promise<ImmReply> {
  const key = Object.fromEntries(names.map((name) => [name, call.params[name]]));
  const name = Object.values(key).join("/");
  const isCounted = "WithStatistics" in parametersOf(action);
  let reply: ImmReply | undefined;
  try {
    reply = await sendReconciling({
      ...call,
      action,
      params: { ...key, ...(isCounted && { WithStatistics: true }) },
    });
  } catch (error) {
    const isAbsent = error instanceof ImmError && error.code === "ResourceNotFound";
    if (!isAbsent) throw outcomeUnknown(call, lost);
  }
  const write = { lost, action: call.action };
  if (!reply) {
    throw lostWriteError(
      "timeout",
      write,
      `${type} ${name} was not there when it was looked up; it may come late, so look again before you repeat the call.`,
    );
  }
  const resource = (member === undefined ? reply.body : reply.body[member]) as ImmCall["params"];
  const createdAt = Date.parse(String(resource["CreateTime"]));
  // By IMM's clock alone: the call was sent at the look-up's Date less the time since. Date has whole seconds, so what
  // was created up to a second before counts as the call's own.
  const sentAt = (reply.date ?? NaN) - (clock.elapsed() - call.stats.sentAt);
  if (Number.isNaN(createdAt - sentAt)) throw outcomeUnknown(call, lost);
  if (createdAt < sentAt) throw lostWriteError("conflicting", write, `${type} ${name} was there before.`);
  const differing = differingSettings(model, {
    requested: call.params,
    found: resource,
    isRounded: reply.isRounded ?? false,
  });
  if (differing.length > 0) {
    throw lostWriteError(
      "conflicting",
      write,
      `${type} ${name} is there with another ${differing.join(", ")}.`,
    );
  }
  return { status: reply.status, body: member === undefined ? {} : { [member]: resource }, reconciled: true };
}

function lostWriteError(
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
