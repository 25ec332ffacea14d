import { buildSchema, defaultFieldResolver, type GraphQLFieldResolver } from "graphql";
import { describe, expect, it } from "vitest";
import { schema as graph } from "../../src/graphql/schema.ts";
import { readPropertyOf } from "../../src/execution/read-property.ts";
import { answerOf, executors, type Executor } from "../support/execution/executors.ts";

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** A field \`it\` that Pothos would expose, with the resolver that it would make. */
function exposing(property: string, type = "String") {
  const schema = buildSchema(`type Query { thing: Thing it: ${type} } type Thing { it: ${type} }`);
  const resolve: Resolve = (parent) => (parent as Record<string, unknown>)[property];
  const extensions = { pothosExposedField: property, pothosOriginalResolve: resolve };
  for (const { it: field } of [schema.getQueryType()!.getFields(), thingOf(schema).getFields()]) {
    Object.assign(field!, { extensions, resolve });
  }
  return schema;
}

const thingOf = (schema: ReturnType<typeof buildSchema>) =>
  schema.getType("Thing") as ReturnType<typeof queryOf>;
const queryOf = (schema: ReturnType<typeof buildSchema>) => schema.getQueryType()!;

/** Something that counts how often its property is read. */
function counting(value: unknown) {
  const thing = {
    reads: 0,
    get It() {
      thing.reads += 1;
      return value;
    },
  };
  return thing;
}

const text = "{ thing { it } }";
const rejected = Promise.reject(new Error("no"));
rejected.catch(() => undefined);

describe.each(executors)("%s", (_name, execute: Executor) => {
  it.each([
    ["a text", "x", '{"thing":{"it":"x"}}'],
    ["null", null, '{"thing":{"it":null}}'],
    ["undefined", undefined, '{"thing":{"it":null}}'],
    ["a promise", Promise.resolve("x"), '{"thing":{"it":"x"}}'],
    ["a rejected promise", rejected, '{"thing":{"it":null}}\nno (thing.it) 1:11'],
    ["an error", new Error("no"), '{"thing":{"it":null}}\nno (thing.it) 1:11'],
    ["a list", [], '{"thing":{"it":null}}\nString cannot represent value: [] (thing.it) 1:11'],
    [
      "a function, which Pothos doesn't call",
      () => "x",
      '{"thing":{"it":null}}\nString cannot represent value: [function value] (thing.it) 1:11',
    ],
  ])("reads an exposed property once: %s", async (_case, value, answer) => {
    const thing = counting(
      typeof value === "function" ? Object.defineProperty(() => "x", "name", { value: "value" }) : value,
    );

    expect(await answerOf(execute, { schema: exposing("It"), text, rootValue: { thing } })).toBe(answer);
    expect(thing.reads).toBe(1);
  });

  it("reports a getter that throws, and a source that has no properties", async () => {
    const schema = exposing("It");
    const thing = {
      get It(): never {
        throw new Error("no");
      },
    };

    expect(
      await answerOf(execute, {
        schema,
        text: `{ it ...F } fragment F on Query ${text}`,
        rootValue: { thing },
      }),
    ).toBe('{"it":null,"thing":{"it":null}}\nno (thing.it) 1:43');
    expect(await answerOf(execute, { schema, text: "{ it }" })).toBe(
      "{\"it\":null}\nCannot read properties of undefined (reading 'It') (it) 1:3",
    );
    expect(
      await answerOf(execute, { schema: exposing("length", "Int"), text, rootValue: { thing: "four" } }),
    ).toBe('{"thing":{"it":4}}');
  });

  it("calls the resolver that a plugin put in an exposed field's place, at any time", async () => {
    const schema = exposing("It");
    const field = thingOf(schema).getFields()["it"]!;
    const given = { schema, text, rootValue: { thing: { It: "read" } } };
    const own = field.resolve;
    const run = () => answerOf(execute, given);

    expect(await run()).toBe('{"thing":{"it":"read"}}');
    field.resolve = async () => "resolved";
    expect(await run()).toBe('{"thing":{"it":"resolved"}}');
    delete field.resolve;
    expect(await run()).toBe('{"thing":{"it":null}}');
    field.resolve = own!;
    expect(await run()).toBe('{"thing":{"it":"read"}}');
  });

  it("calls the resolver that a plugin put in the place of none", async () => {
    const schema = buildSchema("type Query { it: String }");
    const field = queryOf(schema).getFields()["it"]!;
    const run = () => answerOf(execute, { schema, text: "{ it }", rootValue: { it: "read" } });

    expect(await run()).toBe('{"it":"read"}');
    field.resolve = () => "resolved";
    expect(await run()).toBe('{"it":"resolved"}');
    field.resolve = defaultFieldResolver;
    expect(await run()).toBe('{"it":"read"}');
  });

  it("calls methods with arguments, context and info, as their object's", async () => {
    class Thing {
      readonly name = "thing";
      it(args: { x?: number }, context: unknown, { fieldName }: { fieldName: string }) {
        return [this.name, args.x, context, fieldName].join();
      }
    }
    const schema = buildSchema("type Query { thing: Thing } type Thing { it(x: Int): String its: String }");
    const thing = Object.assign(new Thing(), { its: new Thing().it });

    const given = {
      schema,
      text: "{ thing { it(x: 1) its } }",
      rootValue: { thing },
      contextValue: "context",
    };
    expect(await answerOf(execute, given)).toBe(
      '{"thing":{"it":"thing,1,context,it","its":"thing,,context,its"}}',
    );
  });

  it("calls a resolver of any number of parameters with all", async () => {
    const schema = buildSchema("type Query { it: String }");
    queryOf(schema).getFields()["it"]!.resolve = (...all) => `${all.length} ${all[3].fieldName}`;

    expect(await answerOf(execute, { schema, text: "{ it }" })).toBe('{"it":"4 it"}');
  });
});

describe("a field of the graph that Pothos exposes", () => {
  const exposed = Object.values(graph.getTypeMap()).flatMap((type) =>
    "getFields" in type
      ? Object.values(type.getFields()).flatMap((field) => {
          if (!("args" in field) || !field.extensions["pothosExposedField"]) return [];
          const property = readPropertyOf(field);
          return property && field.resolve === property.resolve
            ? [{ at: `${type.name}.${field.name}`, property }]
            : [];
        })
      : [],
  );

  it("is read for most", () => {
    expect(exposed.length).toBeGreaterThan(100);
  });

  it.each(exposed)("has a resolver that only reads its property: $at", ({ property: { name, resolve } }) => {
    const read: unknown[] = [];
    const source = new Proxy(
      {},
      {
        get(_target, key) {
          read.push(key);
          return key;
        },
      },
    );

    expect(resolve(source, {}, {}, {} as never)).toBe(name);
    expect(read).toEqual([name]);
  });
});
