import {
  executeSync,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  visit,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import { contract, parametersOf, toWire } from "../contract/contract.ts";
import { keys } from "../contract/keys.ts";
import type { Action } from "../contract/wire.ts";
import { readCursor } from "./cursor.ts";
import { graph } from "./graph.ts";
import { placeholder, type Operation } from "./operation.ts";

/** A call to IMM that an operation will cause. */
export interface PlannedCall {
  readonly action: Action;
  /** By wire name. What is only known when the operation runs is its name in angle brackets. */
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The calls to IMM that an operation causes, in order: it is executed here against a stand-in for the graph, which
 * answers made-up things and keeps what each field would call.
 *
 * @throws Error where the gateway would refuse its variables.
 */
export function plannedCalls(schema: GraphQLSchema, { document, variables }: Operation): PlannedCall[] {
  const plan: Plan = { calls: [], reads: new Map() };
  const { errors } = executeSync({
    schema,
    document: withExactNumbers(document),
    variableValues: variables,
    fieldResolver: (source: Thing | undefined, args: Arguments, _context, info) =>
      resolve(plan, source, args, info),
  });
  if (errors?.[0]) throw new Error(`The graph would refuse the variables: ${errors[0].message}`);
  return plan.calls;
}

type Arguments = Readonly<Record<string, unknown>>;

interface Plan {
  readonly calls: { action: Action; params: Record<string, unknown> }[];
  /** What was read so far since the last write, each thing once. */
  readonly reads: Map<string, Record<string, unknown>>;
}

/** What stands for an object of the graph. */
interface Thing {
  readonly __typename: string;
  /** The names known of it, and of what it is in, by wire name. */
  readonly names: Readonly<Record<string, unknown>>;
  /** Whether nothing but its key is known yet. */
  isReference: boolean;
  /** Whether its statistics are known. */
  isCounted: boolean;
}

type Resolve = (
  plan: Plan,
  source: Thing | undefined,
  args: Arguments,
  info: GraphQLResolveInfo,
) => ReturnType<GraphQLFieldResolver<unknown, unknown>>;

const resolve: Resolve = (plan, source, args, info) => {
  const { fieldName, parentType, returnType } = info;
  if (source) readWhatItTakes(plan, source, fieldName);
  const type = getNamedType(returnType);
  if (isLeafType(type)) return asMany(info, sample(type));
  if (fieldName === "node" && !source) return readNode(plan, String(args["id"]));
  if (fieldName === "_entities" && !source) return (args["representations"] as object[]).map(reference);

  const action = graph.fields[parentType.name]?.[fieldName];
  if (isAbstractType(type)) return null;
  const thing = (names: Thing["names"], state?: Partial<Thing>): Thing => ({
    __typename: type.name,
    names,
    isReference: false,
    isCounted: false,
    ...state,
  });
  if (!action) return asMany(info, thing(source?.names ?? {}, { isCounted: source?.isCounted ?? false }));
  const isRead = graph.types[type.name]?.action === action;
  if (isRead && source) return thing(keyOf(action, source.names), { isReference: true });

  const params = paramsOf(action, args, source?.names ?? {});
  if (isRead) {
    read(plan, action, params);
    return thing(params);
  }
  if (!contract.operations[action].repeatable) plan.reads.clear();
  plan.calls.push({ action, params });
  // What a create answers is known whole.
  return thing(params, { isCounted: contract.operations[action].access === "create" });
};

function readWhatItTakes(plan: Plan, thing: Thing, field: string): void {
  const entity = graph.types[thing.__typename];
  if (!entity) return;
  if (thing.isReference && !entity.keyFields.includes(field)) {
    read(plan, entity.action, thing.names);
    thing.isReference = false;
  }
  if (entity.statistics.includes(field) && !thing.isCounted) {
    read(plan, entity.action, keyOf(entity.action, thing.names))["WithStatistics"] = true;
    thing.isCounted = true;
  }
}

function read(plan: Plan, action: Action, key: Thing["names"]): Record<string, unknown> {
  const name = JSON.stringify([action, keyOf(action, key)]);
  const known = plan.reads.get(name);
  if (known) return known;
  const params = { ...key };
  plan.reads.set(name, params);
  plan.calls.push({ action, params });
  return params;
}

function readNode(plan: Plan, id: string): Thing {
  const [, typeName = "", names = ""] = /^(\w+):(.+)$/.exec(decode(id)) ?? [];
  const entity = graph.types[typeName];
  if (!entity) throw new Error("The id is none that this graph answers.");
  const values = names.split("/");
  const key = Object.fromEntries((keys[typeName] ?? []).map((name, index) => [name, values[index]]));
  read(plan, entity.action, key);
  return { __typename: typeName, names: key, isReference: false, isCounted: false };
}

function decode(id: string): string {
  try {
    return atob(id);
  } catch {
    return "";
  }
}

function reference(representation: object): Thing {
  const { __typename = "", ...key } = representation as { __typename?: string };
  const entity = graph.types[__typename];
  if (!entity) throw new Error(`There is no entity ${__typename}.`);
  const names = keyOf(entity.action, toWire(entity.action, key) as object as Thing["names"]);
  return { __typename, names, isReference: true, isCounted: false };
}

/** The names by which an action finds a thing; one that isn't known yet stands in angle brackets. */
function keyOf(action: Action, names: Thing["names"]): Record<string, unknown> {
  const required = Object.entries(parametersOf(action)).filter(([, field]) => field.required);
  return Object.fromEntries(required.map(([name]) => [name, names[name] ?? placeholder(name)]));
}

function paramsOf(action: Action, args: Arguments, names: Thing["names"]): Record<string, unknown> {
  const { input, first, after, ...rest } = args;
  const own = toWire(action, { ...rest, ...(input as object | undefined) }) as object;
  const page = "MaxResults" in parametersOf(action) ? pageOf(first, after) : {};
  return { ...keyOf(action, { ...names, ...own }), ...own, ...page };
}

function pageOf(first: unknown, after: unknown): Record<string, unknown> {
  const { token = "", seen = 0 } = typeof after === "string" ? readCursor(after) : {};
  const MaxResults = Math.min(200, ((first ?? 100) as number) + seen);
  return token === "" ? { MaxResults } : { MaxResults, NextToken: token };
}

function asMany({ returnType }: GraphQLResolveInfo, value: unknown): unknown {
  const type = isNonNullType(returnType) ? returnType.ofType : returnType;
  return isListType(type) ? [value] : value;
}

function sample(type: GraphQLLeafType): unknown {
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (type.name === "Boolean") return false;
  return type.name === "Int" || type.name === "Float" ? 0 : "";
}

// A schema that was read by introspection takes integer literals for numbers.
function withExactNumbers(document: DocumentNode): DocumentNode {
  return visit(document, {
    IntValue: (node) =>
      Number.isSafeInteger(Number(node.value)) ? undefined : { kind: Kind.STRING, value: node.value },
  });
}
