import {
  contract,
  elementType,
  isList,
  modelOf,
  replyOf,
  type Field,
  type Model,
} from "../contract/contract.ts";
import { keys } from "../contract/keys.ts";
import { ImmError } from "./error.ts";
import type { Layer } from "./transport.ts";

/**
 * Refuses a reply that isn't one by the contract: without the object that its action answers, or with a list,
 * an object or a plain value where it says another. Fields may be left out or null; an absent list is an empty one.
 */
export const checkReply: Layer = (next) => async (call) => {
  const reply = await next(call);
  const fields = replyOf(call.action);
  const missing = Object.keys(fields).find((name) => fields[name]!.type in keys && !reply.body[name]);
  const wrong = missing ?? findWrong(reply.body, fields);
  if (wrong === undefined) return reply;
  const requestId = reply.body["RequestId"];
  throw new ImmError(call.action, "malformed", {
    message: `IMM answered ${call.action} without a whole ${wrong}.`,
    httpStatus: reply.status,
    requestId: typeof requestId === "string" ? requestId : undefined,
  });
};

/** The first member that isn't what its field says. */
function findWrong(members: Readonly<Record<string, unknown>>, fields: Model): string | undefined {
  return Object.keys(fields).find((name) => !isOf(fields[name]!, members[name]));
}

function isOf(field: Field, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (!isList(field)) return isElement(field, value);
  return Array.isArray(value) && value.every((element) => isElement(field, element));
}

function isElement(field: Field, value: unknown): boolean {
  const type = elementType(field);
  if (type === "map<any>" || modelOf(field)) return isObject(value) && isModel(type, value);
  // As tolerant as the SDK, which takes one plain value for another.
  if (type === "string") return value !== null && typeof value !== "object";
  if (type === "boolean") return typeof value === "boolean" || value === "true" || value === "false";
  return typeof value === "number" || typeof value === "bigint" || typeof value === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isModel(type: string, members: Record<string, unknown>): boolean {
  const fields = contract.models[type] ?? {};
  const isWhole = (keys[type] ?? []).every((name) => typeof members[name] === "string");
  return isWhole && findWrong(members, fields) === undefined;
}
