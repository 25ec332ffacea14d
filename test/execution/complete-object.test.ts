import { buildSchema, type GraphQLObjectType, type GraphQLUnionType } from "graphql";
import { describe, expect, it } from "vitest";
import { answerOf, executors } from "../support/execution/executors.ts";

type Test = (value: never) => unknown;
type Kinds = { readonly Cat?: Test; readonly Dog?: Test; readonly Pet?: Test };

const later = async (value: unknown) => value;
const no = () => {
  throw new Error("no");
};
const rejects = async () => no();

/** A pet is a cat or a dog, by what is told of each. */
function schemaOf({ Cat, Dog, Pet }: Kinds) {
  const schema = buildSchema(`
    type Query { pet: Pet pets: [Pet] named: Named cat: Cat }
    interface Named { name: String }
    interface Mammal implements Named { name: String mother: Mammal }
    type Cat implements Mammal & Named { name: String mother: Mammal meows: Boolean }
    type Dog implements Mammal & Named { name: String mother: Mammal barks: Boolean }
    type Fish { name: String }
    union Pet = Cat | Dog`);
  const type = <Type>(name: string) => schema.getType(name) as Type;
  Object.assign(type<GraphQLObjectType>("Cat"), { isTypeOf: Cat });
  Object.assign(type<GraphQLObjectType>("Dog"), { isTypeOf: Dog });
  Object.assign(type<GraphQLUnionType>("Pet"), { resolveType: Pet });
  return schema;
}

const dog = { name: "Rex", barks: true };
const text = "{ pet { __typename ... on Dog { barks } ... on Named { name } } }";
const asDog = '{"pet":{"__typename":"Dog","barks":true,"name":"Rex"}}';
const must = 'Abstract type "Pet" must resolve to an Object type at runtime for field "Query.pet"';
const failed = (message: string) => `{"pet":null}\n${message} (pet) 1:3`;
const isDog = (value: { barks?: boolean }) => value.barks === true;
const isCat = (value: { barks?: boolean }) => !value.barks;

const kinds: readonly (readonly [how: string, kinds: Kinds, answer: string])[] = [
  ["isTypeOf", { Cat: isCat, Dog: isDog }, asDog],
  ["isTypeOf by promise", { Cat: async (value) => isCat(value), Dog: async (value) => isDog(value) }, asDog],
  ["isTypeOf, one by promise", { Cat: async () => false, Dog: isDog }, asDog],
  ["isTypeOf, one that rejects unheard", { Cat: rejects, Dog: isDog }, asDog],
  [
    "isTypeOf of none",
    { Cat: isCat, Dog: () => false },
    failed(
      `${must}. Either the "Pet" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
    ),
  ],
  ["isTypeOf that throws", { Cat: no, Dog: isDog }, failed("no")],
  ["isTypeOf that rejects", { Cat: isCat, Dog: rejects }, failed("no")],
  [
    "nothing",
    {},
    failed(
      `${must}. Either the "Pet" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
    ),
  ],
  ["resolveType", { Pet: () => "Dog" }, asDog],
  ["resolveType by promise", { Pet: () => later("Dog") }, asDog],
  [
    "resolveType, which isTypeOf denies",
    { Pet: () => "Dog", Dog: () => false },
    failed('Expected value of type "Dog" but got: { name: "Rex", barks: true }.'),
  ],
  [
    "resolveType, which isTypeOf denies by promise",
    { Pet: () => "Dog", Dog: () => later(false) },
    failed('Expected value of type "Dog" but got: { name: "Rex", barks: true }.'),
  ],
  ["resolveType, which isTypeOf confirms by promise", { Pet: () => "Dog", Dog: () => later(true) }, asDog],
  ["resolveType that throws", { Pet: no }, failed("no")],
  ["resolveType that rejects", { Pet: rejects }, failed("no")],
  [
    "resolveType of undefined",
    { Pet: () => undefined },
    failed(
      `${must}. Either the "Pet" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
    ),
  ],
  [
    "resolveType of an empty name",
    { Pet: () => "" },
    failed('Abstract type "Pet" was resolved to a type "" that does not exist inside the schema.'),
  ],
  [
    "resolveType of what isn't a name",
    { Pet: () => ["Dog"] },
    failed(`${must} with value { name: "Rex", barks: true }, received "["Dog"]".`),
  ],
  [
    "resolveType of what isn't there",
    { Pet: () => "Bird" },
    failed('Abstract type "Pet" was resolved to a type "Bird" that does not exist inside the schema.'),
  ],
  [
    "resolveType of what isn't an object",
    { Pet: () => later("Named") },
    failed('Abstract type "Pet" was resolved to a non-object type "Named".'),
  ],
  [
    "resolveType of another object",
    { Pet: () => "Fish" },
    failed('Runtime Object type "Fish" is not a possible type for "Pet".'),
  ],
];

describe.each(executors)("%s", (_name, execute) => {
  it.each(kinds)("tells a pet's type by %s", async (_how, given, answer) => {
    expect(await answerOf(execute, { schema: schemaOf(given), text, rootValue: { pet: dog } })).toBe(answer);
  });

  it("takes no type for a name", async () => {
    const schema = schemaOf({ Pet: () => schema.getType("Dog") });

    expect(await answerOf(execute, { schema, text, rootValue: { pet: dog } })).toBe(
      failed(
        "Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.",
      ),
    );
  });

  it("tells types by __typename, each element's its own", async () => {
    const rex = { ...dog, __typename: "Dog" };
    const tom = { name: "Tom", meows: false, mother: rex, __typename: "Cat" };
    const rootValue = { pets: [rex, tom, null, { name: "Nemo", __typename: "Fish" }], named: tom };

    expect(
      await answerOf(execute, {
        schema: schemaOf({}),
        text: `{ pets { ... on Dog { barks } ... on Mammal { ...F } } named { __typename ...F } }
          fragment F on Named { name ... on Cat { meows mother { name ... on Dog { barks } } } }`,
        rootValue,
      }),
    ).toBe(
      [
        '{"pets":[{"barks":true,"name":"Rex"},{"name":"Tom","meows":false,"mother":{"name":"Rex","barks":true}},null,null],' +
          '"named":{"__typename":"Cat","name":"Tom","meows":false,"mother":{"name":"Rex","barks":true}}}',
        'Runtime Object type "Fish" is not a possible type for "Pet". (pets.3) 1:3',
      ].join("\n"),
    );
  });

  it("asks isTypeOf of objects too, with the info of their field", async () => {
    const paths: unknown[] = [];
    const Cat = (...[, , { path }]: [unknown, unknown, { path: { key: unknown } }]) =>
      paths.push(path.key) > 0;
    const schema = schemaOf({ Cat: Cat as unknown as Test });

    const given = {
      schema,
      text: "{ cat { name } again: cat { name } }",
      rootValue: { cat: { name: "Tom" } },
    };
    expect(await answerOf(execute, given)).toBe('{"cat":{"name":"Tom"},"again":{"name":"Tom"}}');
    expect(paths).toEqual(["cat", "again"]);
  });
});
