import {
  getNamedType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { queryMembers, type QueryMember } from "../../../src/contract/query/query-members.ts";
import { isSortable, type QueryKind } from "../../../src/contract/query-fields.ts";
import { schema } from "../../../src/graphql/schema.ts";

function inputType(name: string): GraphQLInputObjectType {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`There is no input ${name}.`);
  return type;
}
function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`There is no object ${name}.`);
  return type;
}

const fieldsOf = (name: string) =>
  Object.fromEntries(
    Object.values(inputType(name).getFields()).map(({ name: field, type }) => [field, String(type)]),
  );

/** The scalars that a field of a kind has in the type that it is of. */
const scalars: Readonly<Record<QueryKind, readonly string[]>> = {
  string: ["String", "ID"],
  text: ["String"],
  document: ["String"],
  integer: ["Long"],
  number: ["Float"],
  time: ["DateTime"],
  place: ["String"],
};

const filterOf: Readonly<Record<QueryKind, string>> = {
  string: "StringFilterInput",
  text: "TextFilterInput",
  document: "DocumentFilterInput",
  integer: "LongFilterInput",
  number: "FloatFilterInput",
  time: "DateTimeFilterInput",
  place: "PlaceFilterInput",
};

function expectedType(member: QueryMember): string {
  if (member.is === "field") return filterOf[member.kind];
  if (member.is === "map") return "[KeyedFilterInput!]";
  return `${member.typeName}${member.is === "list" ? "List" : ""}FilterInput`;
}

describe("the conditions", () => {
  const compared = (scalar: string) => ({
    ...{ between: `${scalar}RangeInput`, eq: scalar, exists: "Boolean", gt: scalar, gte: scalar },
    ...{ in: `[${scalar}!]`, lt: scalar, lte: scalar },
  });
  const strings = { ...compared("String"), prefix: "String" };

  it.each<[string, object]>([
    ["StringFilterInput", strings],
    ["TextFilterInput", { ...strings, matchPhrase: "String" }],
    ["DocumentFilterInput", { exists: "Boolean", matchPhrase: "String" }],
    ["LongFilterInput", compared("Long")],
    ["FloatFilterInput", compared("Float")],
    ["DateTimeFilterInput", compared("DateTime")],
    ["PlaceFilterInput", { exists: "Boolean", near: "NearInput", within: "WithinInput" }],
    ["KeyedFilterInput", { key: "String!", ...strings }],
  ])("have in %s exactly what its kind of field takes", (name, fields) => {
    expect(fieldsOf(name)).toEqual(fields);
  });

  const levels: readonly (readonly [string, string, readonly QueryMember[]])[] = [
    ["FileWhereInput", "File", queryMembers],
    ...queryMembers.flatMap((member) =>
      member.is === "list"
        ? [[`${member.typeName}WhereInput`, member.typeName, member.members] as const]
        : [],
    ),
  ];

  it.each(levels)("of %s are on the fields of %s, each of its kind", (name, of, members) => {
    const own = objectType(of).getFields();

    expect(fieldsOf(name)).toEqual({
      ...{ and: `[${name}!]`, not: name, or: `[${name}!]`, raw: "[RawConditionInput!]" },
      ...Object.fromEntries(members.map((member) => [member.name, expectedType(member)])),
    });
    const kinds = members.map((member) => {
      const type = own[member.name]?.type;
      const expected = member.is === "field" ? scalars[member.kind] : undefined;
      return {
        name: member.name,
        isList: isListType(type),
        isOfKind: !expected || expected.includes(getNamedType(type!).name),
      };
    });
    expect(kinds).toEqual(
      members.map(({ name: field, is }) => ({
        name: field,
        isList: is === "list" || is === "map",
        isOfKind: true,
      })),
    );
    // In this order their conditions are joined.
    expect(Object.keys(inputType(name).getFields())).toEqual(
      ["and", "not", "or", "raw", ...members.map((member) => member.name)].toSorted(),
    );
  });

  it("say what each field is", () => {
    const { description } = inputType("FileWhereInput").getFields()["size"]!;

    expect(description).toBe('On `File.size`. How many bytes it has. Example: `"1000"`.');
  });

  it("are in no type that is one of several, which not every composer takes", () => {
    const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);

    expect(inputs.filter(({ isOneOf }) => isOneOf)).toEqual([]);
  });
});

it("files are sorted by what queries sort them by", () => {
  const sortable = queryMembers.flatMap((member): [name: string, type: string][] => {
    if (member.is === "structure") return [[member.name, `${member.typeName}OrderInput`]];
    return member.is === "field" && isSortable(member.path) ? [[member.name, "SortOrder"]] : [];
  });

  expect(fieldsOf("FileOrderInput")).toEqual(Object.fromEntries(sortable));
  expect(fieldsOf("ImageScoreOrderInput")).toEqual({ overallQualityScore: "SortOrder" });
  expect(sortable.map(([name]) => name)).not.toContain("latLong");
});

it("aggregates have the names of what they are of", () => {
  for (const member of queryMembers) {
    if (member.is === "map") continue;
    const own = Object.keys(objectType("FileAggregate").getFields());
    const isAggregated = member.is !== "field" || !["place", "document"].includes(member.kind);
    expect([member.name, own.includes(member.name)]).toEqual([member.name, isAggregated]);
  }
});
