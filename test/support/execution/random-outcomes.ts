import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from "graphql";
import { drawBy, seedOf, type Draw } from "./draw.ts";

/** What happens while one operation is executed: the same calls get the same, whoever executes it. */
export interface World {
  /** What was called or read, in order. */
  readonly log: string[];
  typeName(abstract: string, value: unknown): unknown;
  typeTest(type: string, value: unknown): unknown;
  outcome(type: GraphQLOutputType, name: string): unknown;
  /** The source of a root type's fields. */
  root(type: GraphQLObjectType): unknown;
}

/** The resolver of random schemas. */
export function answer(source: unknown, args: object, world: World, info: GraphQLResolveInfo): unknown {
  const path = pathOf(info);
  const members = Object.keys(info).join();
  world.log.push(`resolve ${path} ${info.parentType.name}.${info.fieldName} ${shown(args)} ${members}`);
  const { outcome } = world;
  // An object of arguments that is handed out twice would show this.
  Object.assign(args, { int: -1, seen: true });
  for (const list of Object.values(args)) if (Array.isArray(list)) list.push("seen");
  return outcome(info.returnType, `${nameOf(source)}/${path}`);
}

function pathOf({ path }: GraphQLResolveInfo): string {
  const parts: string[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev)
    parts.unshift(`${at.typename ?? ""}:${at.key}`);
  return parts.join(".");
}

const nameOf = (source: unknown) => (source instanceof Thing ? source.name : typeof source);

/** The source of an object type. */
class Thing {
  readonly name: string;
  readonly __typename?: string;
  constructor(name: string, typename: string | undefined) {
    this.name = name;
    if (typename !== undefined) this.__typename = typename;
  }
}

/** Makes a world of a seed. */
export function createWorld(seed: number, { schema, calm }: { schema: GraphQLSchema; calm: boolean }): World {
  const log: string[] = [];
  const drawFor = (name: string) => drawBy(seedOf(seed, name));
  const odds = calm ? 0.02 : 0.15;

  function outcome(type: GraphQLOutputType, name: string): unknown {
    const draw = drawFor(name);
    if (draw.chance(0.3)) return later(draw, () => settled(type, name, draw));
    return settled(type, name, draw);
  }

  function settled(type: GraphQLOutputType, name: string, draw: Draw): unknown {
    if (draw.chance(odds)) {
      const failure = draw.below(8);
      if (failure === 0) throw new Error(`thrown at ${name}`);
      if (failure === 1) return new Error(`returned at ${name}`);
      if (failure === 2) return undefined;
      if (failure === 3) return null;
      if (failure === 4)
        return draw.of<unknown>(["text", 7, 1.5, true, Number.NaN, Symbol.iterator, 10n, new Date(0)]);
      if (failure === 5) return draw.of<unknown>([{}, [], [[]], new Map(), () => "called", { then: "data" }]);
      if (failure === 6) return (async function* () {})();
      // Whatever may be thrown.
      throw draw.of<unknown>([undefined, null, "text", { message: "no error" }, 1]);
    }
    return valueOf(type, name, draw);
  }

  function valueOf(type: GraphQLOutputType, name: string, draw: Draw): unknown {
    if (isNonNullType(type)) return valueOf(type.ofType as GraphQLOutputType, name, draw);
    if (isListType(type)) return listOf(type.ofType, name, draw);
    if (isLeafType(type)) return leafOf(type, draw);
    const named = getNamedType(type);
    const possible = isAbstractType(named) ? schema.getPossibleTypes(named) : [named as GraphQLObjectType];
    return objectOf(possible.length > 0 ? draw.of(possible) : undefined, name, draw);
  }

  function listOf(type: GraphQLOutputType, name: string, draw: Draw): unknown {
    const items = Array.from({ length: draw.below(4) }, (_, index) => () => {
      try {
        return outcome(type, `${name}.${index}`);
      } catch (error) {
        return draw.chance(0.5) ? Promise.reject(error) : error;
      }
    });
    if (draw.chance(0.85)) return items.map((make) => heard(make()));
    if (draw.chance(0.5)) return new Set(items.map((make) => heard(make())));
    return (function* () {
      for (const make of items) yield heard(make());
      if (draw.chance(0.2)) throw new Error(`thrown by the iterator of ${name}`);
    })();
  }

  function objectOf(type: GraphQLObjectType | undefined, name: string, draw: Draw): unknown {
    const thing = new Thing(name, draw.chance(0.95) ? type?.name : undefined);
    for (const field of Object.values(type?.getFields() ?? {})) {
      for (const property of [field.name, `_${field.name}`]) {
        const get = () => {
          log.push(`read ${name} ${property}`);
          const made = outcome(field.type, `${name}#${property}`);
          if (!drawFor(`${name}#${property}()`).chance(0.1)) return made;
          return function method(this: unknown, args: object, world: World, info: GraphQLResolveInfo) {
            log.push(`call ${this === thing} ${shown(args)} ${pathOf(info)} ${world.log === log}`);
            return made;
          };
        };
        Object.defineProperty(thing, property, { get });
      }
    }
    return thing;
  }

  function typeName(abstract: string, value: unknown): unknown {
    log.push(`resolveType ${abstract} ${nameOf(value)}`);
    const draw = drawFor(`${abstract} ${nameOf(value)}`);
    const known = value instanceof Thing ? value.__typename : undefined;
    const name = () => {
      if (!draw.chance(odds)) return known;
      const odd = draw.of<unknown>(["Nothing", "Color", "O2", 7, undefined, null, schema.getType("O0")]);
      if (odd === 7 && draw.chance(0.5)) throw new Error("resolveType throws");
      return odd;
    };
    return draw.chance(0.3) ? later(draw, name) : name();
  }

  function typeTest(type: string, value: unknown): unknown {
    log.push(`isTypeOf ${type} ${nameOf(value)}`);
    const draw = drawFor(`${type}? ${nameOf(value)}`);
    const test = () => {
      if (draw.chance(odds)) throw new Error("isTypeOf throws");
      const known = value instanceof Thing ? value.__typename : undefined;
      return draw.chance(odds) ? draw.chance(0.5) : known === undefined || known === type;
    };
    return draw.chance(0.3) ? later(draw, test) : test();
  }

  const root = (type: GraphQLObjectType) => objectOf(type, type.name, drawFor(type.name));
  return { log, outcome, typeName, typeTest, root };
}

function leafOf(type: GraphQLOutputType, draw: Draw): unknown {
  if (isEnumType(type)) return draw.of(type.getValues()).value;
  switch (getNamedType(type).name) {
    case "Int":
      return draw.below(100);
    case "Float":
      return draw.of([1.5, -2]);
    case "Boolean":
      return draw.chance(0.5);
    case "Odd":
      return draw.of<unknown>([
        "none",
        "throws",
        "promise",
        "rejects",
        { a: 1 },
        ["x"],
        "plain",
        5,
        false,
        "",
      ]);
    default:
      return draw.of(["", "text", "漢字"]);
  }
}

/** A promise of this, some turns later; of some sort that isn't a Promise, once in a while. */
function later(draw: Draw, make: () => unknown): unknown {
  let promise = Promise.resolve();
  for (let turns = draw.below(4); turns > 0; turns -= 1) promise = promise.then(() => undefined);
  const made = heard(promise.then(make)) as Promise<unknown>;
  return draw.chance(0.9) ? made : thenable(made);
}

function thenable<Value>(promise: Promise<Value>): { then: Promise<Value>["then"] } {
  const then = (...callbacks: Parameters<Promise<Value>["then"]>) => thenable(promise.then(...callbacks));
  return { then: then as Promise<Value>["then"] };
}

/** What nobody waits for must not end the process. */
function heard(value: unknown): unknown {
  if (value instanceof Promise) value.catch(() => {});
  return value;
}

/** A value as a text that tells all values apart that JSON doesn't. */
export function shown(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null)
    return typeof value === "string" ? JSON.stringify(value) : String(value);
  if (Array.isArray(value)) return `[${value.map(shown).join()}]`;
  if (value instanceof Date) return `Date ${value.getTime()}`;
  return `{${Object.entries(value)
    .map(([name, member]) => `${name}:${shown(member)}`)
    .join()}}`;
}
