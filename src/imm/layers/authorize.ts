import { denied, type AuthorizeCaller } from "../permissions.ts";
import type { Layer } from "../transport.ts";

/** Refuses a call that its caller may not make, before anything is sent. */
export function authorize(authorizeCaller: AuthorizeCaller): Layer {
  return (next) => (call) => {
    const authorization = authorizeCaller(call.caller, call.action, call.params);
    if (authorization && !authorization.decision.allowed) throw denied(call.action, authorization);
    return next(call);
  };
}
