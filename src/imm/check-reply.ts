import { elementType, isList, replyOf } from "../contract/contract.ts";
import { keys } from "../contract/keys.ts";
import type { Action } from "../contract/wire.ts";
import { ImmError } from "./error.ts";
import type { Layer } from "./transport.ts";

/** Refuses a reply without the object that its action answers. An absent list is an empty one. */
export const checkReply: Layer = (next) => async (call) => {
  const reply = await next(call);
  for (const [name, field] of Object.entries(replyOf(call.action))) {
    const type = elementType(field);
    const value = reply.body[name];
    if (!(type in keys) || (isList(field) && (value === undefined || value === null))) continue;
    const things = isList(field) ? value : [value];
    if (!Array.isArray(things) || !things.every((thing) => hasKeys(thing, keys[type]!))) {
      throw incomplete(call.action, name, reply.status, reply.body["RequestId"]);
    }
  }
  return reply;
};

function hasKeys(thing: unknown, names: readonly string[]): boolean {
  if (typeof thing !== "object" || thing === null) return false;
  const members = thing as Record<string, unknown>;
  return names.every((name) => typeof members[name] === "string");
}

function incomplete(action: Action, name: string, httpStatus: number, requestId: unknown): ImmError {
  return new ImmError(action, "malformed", {
    message: `IMM answered ${action} without a whole ${name}.`,
    httpStatus,
    requestId: typeof requestId === "string" ? requestId : undefined,
  });
}
