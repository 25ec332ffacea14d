import { contract, isAction, parametersOf } from "../../contract/contract.ts";
import type { Action } from "../../contract/wire.ts";
import { answerBackup, backupAction } from "../backup/handler.ts";
import type { LocalKey } from "../keys.ts";
import { operations, postOnly } from "../operations/index.ts";
import type { Context } from "../operations/operation.ts";
import { outsideContract } from "../operations/outside-contract.ts";
import { Params } from "../params/params.ts";
import { createPermission } from "../permission.ts";
import { createAuthenticator } from "../signature/authenticate.ts";
import { type Call, unsupportedMethod } from "./call.ts";
import { Fault, notImitated } from "./fault.ts";

export interface HandlerOptions extends Context {
  readonly region: string;
  readonly keys: readonly LocalKey[];
}

/** Makes the way of every call: is it signed, known, permitted, well-formed; then its operation. */
export function createHandler(
  options: HandlerOptions,
): (call: Call, signal: AbortSignal) => object | Promise<object> {
  const authenticate = createAuthenticator(options);
  const checkPermission = createPermission(options);
  const { store } = options;

  return (call, signal) => {
    const { key, action, version } = authenticate(call);
    if (action === backupAction) return answerBackup(key, call, store);
    const operation = findOperation(action, version);
    if (call.method === "GET" && postOnly.has(operation.action)) throw unsupportedMethod(call.method);
    checkPermission(key, operation.action, call);
    const params = new Params(call.params, parametersOf(operation.action));
    const run = () => operation.run(params, options, signal);
    return contract.operations[operation.action].repeatable ? store.read(run) : store.write(run);
  };
}

function findOperation(action: string, version: string) {
  if (version !== contract.version) {
    throw new Fault(
      400,
      "InvalidVersion",
      `Specified parameter Version is not valid. IMM's is ${contract.version}.`,
    );
  }
  if (outsideContract.has(action)) throw notImitated(action);
  if (!isAction(action)) {
    throw new Fault(
      404,
      "InvalidAction.NotFound",
      "Specified api is not found, please check your url and method.",
    );
  }
  const run = operations[action];
  if (!run) throw notImitated(action);
  return { action: action satisfies Action, run };
}
