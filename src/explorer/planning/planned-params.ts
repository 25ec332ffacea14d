import { getNamedType, type GraphQLField } from "graphql";
import { defaultFirst, type PageSize } from "../../contract/calls.ts";
import { parametersOf, toWire } from "../../contract/contract.ts";
import { paramsOfQueries } from "../../contract/query/query-params.ts";
import type { Action } from "../../contract/wire.ts";
import { placeholder } from "../editor/operation.ts";
import { getOwn } from "../own-property.ts";
import { readCursor } from "./cursor.ts";
import { schemaMetadata } from "./schema-metadata.ts";

/** Values of parameters, by name. */
export type ParamValues = Readonly<Record<string, unknown>>;

/**
 * The parameters by which an action identifies a resource: those that it requires, and those of a key that it takes. One
 * that isn't known yet is its name in angle brackets.
 */
export function keyOf(
  action: Action,
  names: ParamValues,
  key: readonly string[] = [],
): Record<string, unknown> {
  const parameters = Object.entries(parametersOf(action));
  const identifying = parameters.filter(([name, field]) => field.required || key.includes(name));
  return Object.fromEntries(identifying.map(([name]) => [name, names[name] ?? placeholder(name)]));
}

/** The place of a field whose action is called. */
export interface Place {
  /** The names that are known there. */
  readonly names: ParamValues;
  /** The key of the object that the field is of. */
  readonly key: readonly string[];
  /** Whether it is resolved for an item of a list. */
  readonly isNested: boolean;
  readonly field: GraphQLField<unknown, unknown>;
}

/** A schema that was read by introspection knows the values of its enums by their names alone. */
function withWireEnums(args: ParamValues, field: GraphQLField<unknown, unknown>): ParamValues {
  const enums = new Map(
    field.args.map(({ name, type }) => [name, getOwn(schemaMetadata.enums, getNamedType(type).name)]),
  );
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const wireNames = enums.get(name);
      return [name, wireNames && typeof value === "string" ? getOwn(wireNames, value) : value];
    }),
  );
}

/** What an action is called with, by a field's arguments and its place. */
export function paramsOf(
  action: Action,
  args: ParamValues,
  { names, key, isNested, field }: Place,
): Record<string, unknown> {
  const { input, first, after, ...rest } = withWireEnums(args, field);
  const read = paramsOfQueries[action];
  const sent = read ? read(rest) : toWire(action, { ...rest, ...(input as object | undefined) });
  const size = field.args.some(({ name }) => name === "first") ? schemaMetadata.pages[action] : undefined;
  const page = size ? pageOf({ first, after, size, isNested }) : {};
  return { ...keyOf(action, { ...names, ...sent }, key), ...sent, ...page };
}

interface PageRequest {
  readonly first: unknown;
  readonly after: unknown;
  readonly size: PageSize;
  readonly isNested: boolean;
}

function pageOf({ first, after, size, isNested }: PageRequest): Record<string, unknown> {
  const wanted = (first ?? defaultFirst(size, isNested)) as number;
  if (wanted < 1 || wanted > size.max) throw new Error(`A page has 1..${size.max} things.`);
  const { token, seen } = typeof after === "string" ? readCursor(after) : { token: "", seen: 0 };
  const MaxResults = Math.min(size.max, wanted + seen);
  return token === "" ? { MaxResults } : { MaxResults, NextToken: token };
}
