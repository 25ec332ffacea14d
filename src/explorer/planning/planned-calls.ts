import {
  executeSync,
  getNamedType,
  getNullableType,
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
import { keysOf, type TypeCalls } from "../../contract/calls.ts";
import { contract } from "../../contract/contract.ts";
import { graphName } from "../../contract/names.ts";
import type { Action } from "../../contract/wire.ts";
import { placeholder, type Operation } from "../editor/operation.ts";
import { getOwn } from "../own-property.ts";
import { readId } from "./global-id.ts";
import { askForBatched, isBatched, settleBatches, type BatchedReads } from "./planned-batches.ts";
import { keyOf, paramsOf, type ParamValues } from "./planned-params.ts";
import {
  aggregateType,
  askOfAggregate,
  askOfItems,
  plannedAggregate,
  projectionOf,
  type PlannedAggregate,
} from "./planned-queries.ts";
import { schemaMetadata } from "./schema-metadata.ts";

/** A call to IMM that an operation will cause. */
export interface PlannedCall {
  readonly action: Action;
  /** By wire name. What is only known when the operation runs is its name in angle brackets. */
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The calls to IMM that an operation causes, in the order of its document: it is executed here against a stand-in for
 * the graph, which returns placeholders and records what each field would call. Limits that only the gateway's scalars
 * know are not checked.
 *
 * @throws Error where the gateway would refuse one of its values.
 */
export function plannedCalls(schema: GraphQLSchema, { document, variables }: Operation): PlannedCall[] {
  const plan: Plan = { calls: [], reads: new Map(), batches: new Map() };
  const { errors } = executeSync({
    schema,
    document: withExactNumbers(document),
    variableValues: variables,
    fieldResolver: (source: PlannedObject | undefined, args: ParamValues, _context, info) =>
      resolve(plan, source, args, info),
  });
  if (errors?.[0]) throw new Error(`The graph would refuse a value: ${errors[0].message}`);
  settle(plan);
  return plan.calls.flat();
}

interface Plan {
  /** The calls at each place of the operation, in its order. */
  readonly calls: { action: Action; params: ParamValues }[][];
  /** What is asked for since the last write, by its key. */
  readonly reads: Map<string, Reads>;
  /** The same of objects that are read many by one call. */
  readonly batches: Map<string, BatchedReads>;
}

/** The reads of an object, by how deep in the operation it is asked for: what is asked for deeper is read later. */
type Reads = Map<number, Read>;

interface Read {
  readonly action: Action;
  readonly params: Record<string, unknown>;
  /** Whether a detail is among what is asked for. */
  isInDetail: boolean;
  /** Where its call goes. */
  readonly calls: { action: Action; params: ParamValues }[];
}

/** A placeholder for an object of the schema. */
interface PlannedObject {
  readonly __typename: string;
  /** The known values of its key and of its parents' keys, by wire name. */
  readonly names: ParamValues;
  /** Its depth in the operation. */
  readonly depth: number;
  /** The depth at which it is read, and so are files below it: less than its own if the operation tells its key. */
  readonly readAt?: number;
  /** What is known of it: its key, what a list or an update answers, what reading it answers, or all. */
  readonly known: "all" | "key" | "listed" | "read";
  /** Whether it comes with the answer that holds it. */
  readonly isPart?: boolean;
  /** The parameters of the call that lists it, if one does. */
  readonly list?: Record<string, unknown> | undefined;
  /** What of files it is an aggregate of, if it is one. */
  readonly aggregate?: PlannedAggregate | undefined;
}

type Resolve = (
  plan: Plan,
  source: PlannedObject | undefined,
  args: ParamValues,
  info: GraphQLResolveInfo,
) => ReturnType<GraphQLFieldResolver<unknown, unknown>>;

const resolve: Resolve = (plan, source, args, info) => {
  const { fieldName, parentType, returnType } = info;
  // A key is there at once, and what an answer holds with that; what is read, or listed, comes later.
  const depth = source ? source.depth + (source.known === "key" || source.isPart ? 0 : 1) : 0;
  const readAt = source?.readAt ?? depth;
  const aggregate =
    source?.aggregate && askOfAggregate(source.aggregate, { fieldName, args, isNested: isInList(info) });
  if (source) planReads(plan, source, fieldName);
  const type = getNamedType(returnType);
  if (isLeafType(type)) return asMany(info, sample(type));
  if (fieldName === "node" && !source) return readNode(plan, String(args["id"]));
  if (fieldName === "_entities" && !source) return (args["representations"] as object[]).map(reference);

  const action = schemaMetadata.fields[parentType.name]?.[fieldName];
  if (isAbstractType(type)) return null;
  const object = (names: ParamValues, state?: Partial<PlannedObject>): PlannedObject => ({
    __typename: type.name,
    names,
    depth,
    known: "listed",
    ...state,
  });
  const names = source?.names ?? {};
  const state = source && { known: source.known, list: source.list, aggregate, isPart: true };
  if (!action) {
    const inputs = inputsOf(names, fieldName);
    if (inputs.length > 1) return inputs.map((input) => object({ ...names, ...input }, state));
    return asMany(info, object({ ...names, ...inputs[0] }, state));
  }
  const entity = schemaMetadata.types[type.name];
  const isRead = entity?.action === action;
  const field = parentType.getFields()[fieldName]!;
  if (isRead && source && field.args.length === 0) {
    const key = keyOfObject(entity, { ...names, ...inputsOf(names, fieldName)[0] });
    return object(key, { known: "key", readAt });
  }
  if (isRead && isBatched(entity)) {
    const polled =
      info.operation.operation === "subscription" ? (schemaMetadata.polled[fieldName] ?? []) : [];
    const unknown = Object.fromEntries(entity.key.map((name) => [name, placeholder(name)]));
    const objects = keysOf(entity, { ...unknown, ...names }, args).map((key) => {
      // It may have been read before the object that it is below.
      const file = object(key, { known: "read", depth: Math.max(depth - 1, readAt), readAt });
      read(plan, { entity, key, depth: readAt });
      for (const asked of polled) planReads(plan, file, asked);
      return file;
    });
    return isListType(getNullableType(returnType)) ? objects : objects[0];
  }

  const params: Record<string, unknown> = paramsOf(action, args, {
    names,
    key: getOwn(schemaMetadata.types, parentType.name)?.key ?? [],
    isNested: isInList(info),
    field,
  });
  if (isRead) {
    read(plan, { entity, key: params, depth });
    return object(params, { known: "read", readAt });
  }
  if (type.name === aggregateType) {
    const calls = addCalls(plan);
    return object(names, {
      aggregate: plannedAggregate(params, (made) => calls.push({ action, params: made })),
    });
  }
  const { access, repeatable } = contract.operations[action];
  if (!repeatable) settle(plan);
  Object.assign(params, projectionOf(action));
  plan.calls.push([{ action, params }]);
  // A create returns the whole object.
  return asMany(info, object(params, access === "create" ? { known: "all" } : { list: params }));
};

/** The structures that were sent under the name of a field of the payload: those of its `files`, one for each. */
function inputsOf(names: ParamValues, fieldName: string): ParamValues[] {
  const sent = Object.entries(names).find(([name]) => graphName(name) === fieldName)?.[1];
  return [sent].flat().filter((input): input is ParamValues => typeof input === "object" && input !== null);
}

/** The key of an object among the names that are known. */
function keyOfObject(entity: TypeCalls, names: ParamValues): Record<string, unknown> {
  if (!entity.batch) return keyOf(entity.action, names, entity.key);
  return Object.fromEntries(entity.key.map((name) => [name, names[name] ?? placeholder(name)]));
}

/** Whether a field is resolved for an item of a list. */
function isInList({ path }: GraphQLResolveInfo): boolean {
  for (let at = path.prev; at; at = at.prev) if (typeof at.key === "number" && at.prev?.prev) return true;
  return false;
}

function planReads(
  plan: Plan,
  { __typename, names, depth, readAt, known, list }: PlannedObject,
  field: string,
): void {
  const entity = getOwn(schemaMetadata.types, __typename);
  if (list && field === "totalCount") delete list["WithoutTotalHits"];
  if (!entity) return;
  if (isBatched(entity)) {
    if (list) askOfItems(list, entity, field);
    const isAsked = (known === "key" || known === "read") && !entity.keyFields.includes(field);
    if (isAsked) read(plan, { entity, key: names, depth: readAt ?? depth, field });
    return;
  }
  if (known === "key" && !entity.keyFields.includes(field)) read(plan, { entity, key: names, depth });
  const detail = entity.details.find(({ fields }) => fields.includes(field));
  if (!detail || known === "all") return;
  const { parameter, inLists } = detail;
  if (known === "listed" && inLists && list && parameter) list[parameter] = true;
  else if (known === "listed" || parameter) {
    read(plan, { entity, key: keyOf(entity.action, names, entity.key), depth, parameter });
  }
}

interface ReadRequest {
  readonly entity: TypeCalls;
  readonly key: ParamValues;
  readonly depth: number;
  /** The parameter of a detail that is asked for. */
  readonly parameter?: string | undefined;
  /** The field that is asked for. */
  readonly field?: string;
}

/** Asks for an object. */
function read(plan: Plan, { entity, key, depth, parameter, field }: ReadRequest): void {
  const { action } = entity;
  if (isBatched(entity)) {
    const ask = { type: entity, key, depth, ...(field !== undefined && { field }) };
    askForBatched(plan.batches, ask, () => addCalls(plan));
    return;
  }
  const name = JSON.stringify([action, keyOf(action, key, entity.key)]);
  const reads: Reads = plan.reads.get(name) ?? new Map();
  plan.reads.set(name, reads);
  const atDepth = reads.get(depth) ?? {
    action,
    params: { ...key },
    isInDetail: false,
    calls: addCalls(plan),
  };
  reads.set(depth, atDepth);
  if (parameter === undefined) return;
  atDepth.params[parameter] = true;
  atDepth.isInDetail = true;
}

function addCalls({ calls }: Plan) {
  return calls[calls.push([]) - 1]!;
}

/** Makes the calls for all that has been asked for: an object that was read is read once more only for a detail. */
function settle({ reads, batches }: Plan): void {
  for (const byDepth of reads.values()) {
    let known: Read | undefined;
    for (const [, later] of [...byDepth].toSorted(([a], [b]) => a - b)) {
      if (known && (known.isInDetail || !later.isInDetail)) continue;
      known = later;
      known.calls.push({ action: known.action, params: known.params });
    }
  }
  reads.clear();
  settleBatches(batches);
}

function readNode(plan: Plan, id: string): PlannedObject {
  const { typeName, entity, key } = readId(id);
  read(plan, { entity, key, depth: 0 });
  return { __typename: typeName, names: key, depth: 0, readAt: 0, known: "read" };
}

function reference(representation: object): PlannedObject {
  const { __typename, ...fields } = representation as Record<string, unknown>;
  if (typeof __typename !== "string") throw new Error("A representation lacks its __typename.");
  const entity = getOwn(schemaMetadata.types, __typename);
  if (!entity) throw new Error(`There is no entity ${__typename}.`);
  const key = entity.key.map((name) => [name, fields[graphName(name)]] as const);
  if (typeof fields["id"] === "string" && key.some(([, value]) => typeof value !== "string")) {
    const { typeName, key: names } = readId(fields["id"]);
    if (typeName !== __typename) throw new Error(`This is the id of a ${typeName}, not of a ${__typename}.`);
    return { __typename, names, depth: 0, readAt: 0, known: "key" };
  }
  const missing = key.find(([, value]) => value === undefined);
  if (missing) throw new Error(`A representation lacks its ${graphName(missing[0])}.`);
  return {
    __typename,
    names: Object.fromEntries(key),
    depth: 0,
    readAt: 0,
    known: "key",
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
