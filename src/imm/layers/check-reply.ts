import type { Field, Model } from "../../contract/contract-types.ts";
import { contract, elementType, isList, modelOf, replyOf } from "../../contract/contract.ts";
import { resourceKeys } from "../../contract/resource-keys.ts";
import { ImmError } from "../error.ts";
import type { Layer } from "../transport.ts";

/**
 * Refuses a reply that isn't one by the contract: without the object that its action answers, or with a list,
 * an object or a plain value where it says another. Fields may be left out or null; an absent list is an empty one.
 */
export const checkReply: Layer = (next) => async (call) => {
  const reply = await next(call);
  const fields = replyOf(call.action);
  const identifying = resourceKeys[contract.operations[call.action].response] ?? noKeys;
  const missing =
    Object.keys(fields).find((name) => fields[name]!.type in resourceKeys && !reply.body[name]) ??
    identifying.find((name) => typeof reply.body[name] !== "string");
  const wrong = missing ?? findWrong(reply.body, fields);
  if (wrong === undefined) return reply;
  const requestId = reply.body["RequestId"];
  throw new ImmError(call.action, "malformed", {
    message: `IMM answered ${call.action} without a whole ${wrong}.`,
    httpStatus: reply.status,
    requestId: typeof requestId === "string" ? requestId : undefined,
  });
};

/** Whether a value is what its field says. */
type Check = (value: unknown) => boolean;

/** The first member that isn't what its field says. */
function findWrong(members: Readonly<Record<string, unknown>>, fields: Model): string | undefined {
  const checks = checksOf(fields);
  // A file has a third of its fields.
  for (const name in members) if (checks.get(name)?.(members[name]) === false) return name;
  return undefined;
}

const known = new WeakMap<Model, ReadonlyMap<string, Check>>();

/** What is checked of each member: found out once, for a page has thousands. */
function checksOf(fields: Model): ReadonlyMap<string, Check> {
  let checks = known.get(fields);
  if (!checks) {
    checks = new Map(Object.entries(fields).map(([name, field]) => [name, checkOf(field)]));
    known.set(fields, checks);
  }
  return checks;
}

function checkOf(field: Field): Check {
  const isRight = isList(field) ? listOf(elementOf(field)) : elementOf(field);
  return (value) => value === undefined || value === null || isRight(value);
}

function listOf(isElement: Check): Check {
  return (value) => Array.isArray(value) && value.every(isElement);
}

function elementOf(field: Field): Check {
  const type = elementType(field);
  if (type === "map<any>" || modelOf(field)) return (value) => isObject(value) && isModel(type, value);
  // As tolerant as the SDK, which takes one plain value for another.
  if (type === "string") return (value) => value !== null && typeof value !== "object";
  if (type === "boolean")
    return (value) => typeof value === "boolean" || value === "true" || value === "false";
  return (value) => typeof value === "number" || typeof value === "bigint" || typeof value === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const noFields: Model = {};
const noKeys: readonly string[] = [];

function isModel(type: string, members: Record<string, unknown>): boolean {
  const isWhole = (resourceKeys[type] ?? noKeys).every((name) => typeof members[name] === "string");
  return isWhole && findWrong(members, contract.models[type] ?? noFields) === undefined;
}
