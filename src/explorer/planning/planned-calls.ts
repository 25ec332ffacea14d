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
import { contract } from "../../contract/contract.ts";
import { keys } from "../../contract/keys.ts";
import { graphName } from "../../contract/names.ts";
import type { Action } from "../../contract/wire.ts";
import type { Operation } from "../editor/operation.ts";
import { own } from "../own-member.ts";
import { graph } from "./graph.ts";
import { keyOf, paramsOf, type Names } from "./planned-params.ts";

/** A call to IMM that an operation will cause. */
export interface PlannedCall {
  readonly action: Action;
  /** By wire name. What is only known when the operation runs is its name in angle brackets. */
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The calls to IMM that an operation causes, in the order of its document: it is executed here against a stand-in for
 * the graph, which answers made-up things and keeps what each field would call. Limits that only the gateway's scalars
 * know are not checked.
 *
 * @throws Error where the gateway would refuse one of its values.
 */
export function plannedCalls(schema: GraphQLSchema, { document, variables }: Operation): PlannedCall[] {
  const plan: Plan = { calls: [], reads: new Map() };
  const { errors } = executeSync({
    schema,
    document: withExactNumbers(document),
    variableValues: variables,
    fieldResolver: (source: Thing | undefined, args: Names, _context, info) =>
      resolve(plan, source, args, info),
  });
  if (errors?.[0]) throw new Error(`The graph would refuse a value: ${errors[0].message}`);
  return plan.calls;
}

interface Plan {
  readonly calls: { action: Action; params: Record<string, unknown> }[];
  /** What was read so far since the last write, by its key. */
  readonly reads: Map<string, Read>;
}

interface Read {
  readonly params: Record<string, unknown>;
  /** How deep in the operation it was asked for: what is asked for deeper is read later. */
  readonly depth: number;
}

/** What stands for an object of the graph. */
interface Thing {
  readonly __typename: string;
  /** The names known of it, and of what it is in, by wire name. */
  readonly names: Names;
  /** How deep in the operation it stands. */
  readonly depth: number;
  /** Whether nothing but its key is known. */
  readonly isReference: boolean;
  /** Whether its statistics are known. */
  readonly isCounted: boolean;
}

type Resolve = (
  plan: Plan,
  source: Thing | undefined,
  args: Names,
  info: GraphQLResolveInfo,
) => ReturnType<GraphQLFieldResolver<unknown, unknown>>;

const resolve: Resolve = (plan, source, args, info) => {
  const { fieldName, parentType, returnType } = info;
  const depth = source ? source.depth + 1 : 0;
  if (source) readWhatItTakes(plan, source, fieldName);
  const type = getNamedType(returnType);
  if (isLeafType(type)) return asMany(info, sample(type));
  if (fieldName === "node" && !source) return readNode(plan, String(args["id"]));
  if (fieldName === "_entities" && !source) return (args["representations"] as object[]).map(reference);

  const action = graph.fields[parentType.name]?.[fieldName];
  if (isAbstractType(type)) return null;
  const thing = (names: Names, state?: Partial<Thing>): Thing => ({
    __typename: type.name,
    names,
    depth,
    isReference: false,
    isCounted: false,
    ...state,
  });
  if (!action) return asMany(info, thing(source?.names ?? {}, { isCounted: source?.isCounted ?? false }));
  const isRead = graph.types[type.name]?.action === action;
  if (isRead && source) return thing(keyOf(action, source.names), { isReference: true });

  const params = paramsOf(action, args, source?.names ?? {});
  if (isRead) {
    read(plan, { action, key: params, depth });
    return thing(params);
  }
  if (!contract.operations[action].repeatable) plan.reads.clear();
  plan.calls.push({ action, params });
  // What a create answers is known whole.
  return thing(params, { isCounted: contract.operations[action].access === "create" });
};

function readWhatItTakes(plan: Plan, { __typename, names, depth, ...thing }: Thing, field: string): void {
  const entity = graph.types[__typename];
  if (!entity) return;
  const { action } = entity;
  if (thing.isReference && !entity.keyFields.includes(field)) read(plan, { action, key: names, depth });
  if (entity.statistics.includes(field) && !thing.isCounted) {
    read(plan, { action, key: keyOf(action, names), depth, isCounted: true });
  }
}

interface Wanted {
  readonly action: Action;
  readonly key: Names;
  readonly depth: number;
  readonly isCounted?: boolean;
}

/** Reads a thing, unless it was read; one that must be counted is read once more where the call was made before. */
function read(plan: Plan, { action, key, depth, isCounted = false }: Wanted): void {
  const name = JSON.stringify([action, keyOf(action, key)]);
  const known = plan.reads.get(name);
  if (known && (!isCounted || known.params["WithStatistics"])) return;
  if (known?.depth === depth) {
    known.params["WithStatistics"] = true;
    return;
  }
  const params = { ...key, ...(isCounted && { WithStatistics: true }) };
  plan.reads.set(name, { params, depth });
  plan.calls.push({ action, params });
}

function readNode(plan: Plan, id: string): Thing {
  const [, typeName = "", names = ""] = /^(\w+):(.+)$/.exec(decode(id)) ?? [];
  const entity = own(graph.types, typeName);
  const parts = own(keys, typeName) ?? [];
  const values = names.split("/");
  if (!entity || values.length !== parts.length) throw new Error("The id is none that this graph answers.");
  const key = Object.fromEntries(parts.map((name, index) => [name, values[index]]));
  read(plan, { action: entity.action, key, depth: 0 });
  return { __typename: typeName, names: key, depth: 0, isReference: false, isCounted: false };
}

function decode(id: string): string {
  try {
    return atob(id);
  } catch {
    return "";
  }
}

function reference(representation: object): Thing {
  const { __typename, ...fields } = representation as Record<string, unknown>;
  if (typeof __typename !== "string") throw new Error("A representation lacks its __typename.");
  const entity = own(graph.types, __typename);
  if (!entity) throw new Error(`There is no entity ${__typename}.`);
  const key = (own(keys, __typename) ?? []).map((name) => [name, fields[graphName(name)]] as const);
  const missing = key.find(([, value]) => value === undefined);
  if (missing) throw new Error(`A representation lacks its ${graphName(missing[0])}.`);
  return {
    __typename,
    names: Object.fromEntries(key),
    depth: 0,
    isReference: true,
    isCounted: false,
  };
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
