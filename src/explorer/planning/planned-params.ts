import { parametersOf, toWire } from "../../contract/contract.ts";
import type { Action } from "../../contract/wire.ts";
import { placeholder } from "../editor/operation.ts";
import { readCursor } from "./cursor.ts";

/** Values by name. */
export type Names = Readonly<Record<string, unknown>>;

/** The names by which an action finds a thing; one that isn't known yet stands in angle brackets. */
export function keyOf(action: Action, names: Names): Record<string, unknown> {
  const required = Object.entries(parametersOf(action)).filter(([, field]) => field.required);
  return Object.fromEntries(required.map(([name]) => [name, names[name] ?? placeholder(name)]));
}

/** What an action is called with, of a field's arguments and the names that are known where it stands. */
export function paramsOf(action: Action, args: Names, names: Names): Record<string, unknown> {
  const { input, first, after, ...rest } = args;
  const own = toWire(action, { ...rest, ...(input as object | undefined) }) as object;
  const page = "MaxResults" in parametersOf(action) ? pageOf(first, after) : {};
  return { ...keyOf(action, { ...names, ...own }), ...own, ...page };
}

const maxResults = 200;

function pageOf(first: unknown, after: unknown): Record<string, unknown> {
  const wanted = (first ?? 100) as number;
  if (wanted < 1 || wanted > maxResults) throw new Error(`A page has 1..${maxResults} things.`);
  const { token, seen } = typeof after === "string" ? readCursor(after) : { token: "", seen: 0 };
  const MaxResults = Math.min(maxResults, wanted + seen);
  return token === "" ? { MaxResults } : { MaxResults, NextToken: token };
}
