import type { Action } from "../../contract/wire.ts";
import { ImmError } from "../error.ts";
import type { AuthorizeCaller, CallerAuthorization } from "../permissions.ts";
import type { Layer } from "../transport.ts";

/** Refuses a call that its caller may not make, before anything is sent. */
export function authorize(authorizeCaller: AuthorizeCaller): Layer {
  return (next) => (call) => {
    const authorization = authorizeCaller(call.caller, call.action, call.params);
    if (authorization && !authorization.decision.allowed) throw denied(call.action, authorization);
    return next(call);
  };
}

function denied(name: Action, { action, resource, decision }: CallerAuthorization): ImmError {
  const why =
    decision.reason === "ExplicitDeny"
      ? "a policy of your roles denies it"
      : "no policy of your roles allows it";
  return new ImmError(name, "denied", {
    message: `You may not do ${action} on ${resource}: ${why}.`,
    permission: { action, resource, reason: decision.reason },
  });
}
