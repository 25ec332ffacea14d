import type { Action } from "../../contract/wire.ts";
import { ImmError } from "../error.ts";
import type { CallerVerdict, Judge } from "../permissions.ts";
import type { Layer } from "../transport.ts";

/** Refuses what the caller may not do, before anything is sent. */
export function authorise(judge: Judge): Layer {
  return (next) => (call) => {
    const verdict = judge(call.caller, call.action, call.params);
    if (verdict && !verdict.decision.allowed) throw denied(call.action, verdict);
    return next(call);
  };
}

function denied(name: Action, { action, resource, decision }: CallerVerdict): ImmError {
  const why =
    decision.reason === "ExplicitDeny"
      ? "a policy of your roles denies it"
      : "no policy of your roles allows it";
  return new ImmError(name, "denied", {
    message: `You may not do ${action} on ${resource}: ${why}.`,
    permission: { action, resource, reason: decision.reason },
  });
}
