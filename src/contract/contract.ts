import { data } from "./contract-data.ts";
import type { Contract, Field, Model } from "./contract-types.ts";
import { graphName } from "./names.ts";
import type { Action, Request } from "./wire.ts";

export const contract: Contract = data;

/** Every action of the contract, in alphabetical order. */
export const actions = Object.keys(data.operations) as Action[];

/** Whether IMM has an action of that name. */
export function isAction(name: string): name is Action {
  return Object.hasOwn(contract.operations, name);
}

/** The parameters of an action, by wire name. */
export function parametersOf(action: Action): Model {
  return model(contract.operations[action].request);
}

/** The fields of an action's reply, by wire name. */
export function replyOf(action: Action): Model {
  return model(contract.operations[action].response);
}

/** The structure that a field holds, alone or in a list; undefined for a primitive. */
export function modelOf(field: Field): Model | undefined {
  return contract.models[elementType(field)];
}

/** A field's type without its list brackets. */
export function elementType(field: Field): string {
  return isList(field) ? field.type.slice(0, -2) : field.type;
}

/** Whether a field holds a map, whose keys the contract doesn't know. */
function isMap(field: Field): boolean {
  return field.type === "map<any>";
}

/** Whether a field holds a list. */
export function isList(field: Field): boolean {
  return field.type.endsWith("[]");
}

function model(name: string): Model {
  const found = contract.models[name];
  if (!found) throw new Error(`The contract has no model ${name}.`);
  return found;
}

/**
 * Turns the graph's names in an input into the wire names of an action's parameters, at every depth.
 * What is null or undefined is left out: to IMM an explicit null is as if absent.
 */
export function toWire<A extends Action>(action: A, input: object): Request<A> {
  return renamed(input, parametersOf(action)) as unknown as Request<A>;
}

function renamed(value: object, fields: Model): Record<string, unknown> {
  const names = wireNames(fields);
  const members: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member === null || member === undefined) continue;
    const wireName = names.get(name);
    if (!wireName) throw new Error(`The contract has no parameter for ${name}.`);
    const field = fields[wireName]!;
    members[wireName] = isMap(field) ? asMap(member) : renamedMember(member, modelOf(field));
  }
  return members;
}

/** The graph has a list of keys and values where IMM has a map. */
function asMap(pairs: unknown): unknown {
  if (!Array.isArray(pairs)) return pairs;
  return Object.fromEntries(
    (pairs as { key: string; value: unknown }[]).map(({ key, value }) => [key, value]),
  );
}

function renamedMember(member: unknown, fields: Model | undefined): unknown {
  if (!fields) return member;
  if (Array.isArray(member)) return member.map((element) => renamedMember(element, fields));
  return renamed(member as object, fields);
}

/**
 * Turns decimal text into numbers where a field holds numbers of 64 bits, at every depth: the graph gives them as text,
 * and in JSON text IMM wants a number. The same value if there are none.
 */
export function withNumbers(value: unknown, field: Field): unknown {
  if (Array.isArray(value)) {
    const elements = value.map((element) => withNumbers(element, field));
    return elements.every((element, index) => element === value[index]) ? value : elements;
  }
  const members = modelOf(field);
  if (members && typeof value === "object" && value !== null) {
    const changed = Object.entries(value).flatMap(([name, member]) => {
      const exact = members[name] ? withNumbers(member, members[name]) : member;
      return exact === member ? [] : [[name, exact] as const];
    });
    return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
  }
  const isDigits = elementType(field) === "int64" && typeof value === "string" && /^-?\d+$/.test(value);
  return isDigits ? BigInt(value) : value;
}

const wireNamesOf = new WeakMap<Model, Map<string, string>>();

function wireNames(fields: Model): Map<string, string> {
  let names = wireNamesOf.get(fields);
  if (!names) {
    names = new Map(Object.keys(fields).map((wireName) => [graphName(wireName), wireName]));
    wireNamesOf.set(fields, names);
  }
  return names;
}
