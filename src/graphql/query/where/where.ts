import type { InputFieldBuilder, InputFieldRef, InputRef } from "@pothos/core";
import { fileMaps } from "../../../contract/query-fields.ts";
import { maxConditions, maxLevels } from "../../../contract/query/query-limits.ts";
import { queryMembers, type QueryMember } from "../../../contract/query/query-members.ts";
import { leafOperations } from "../../../contract/query/raw-condition.ts";
import { builder } from "../../schema/builder.ts";
import { membersOf } from "../describe-members.ts";
import { filters, KeyedFilterInput } from "./filters.ts";

type Types = (typeof builder)["$inferSchemaTypes"];
type Fields = InputFieldBuilder<Types, "InputObject">;
type Part = Extract<QueryMember, { typeName: string }>;

const RawConditionInput = builder.inputType("RawConditionInput", {
  description: "A condition in IMM's own terms, for fields that the typed filters lack.",
  fields: (t) => ({
    field: t.string({ required: true, description: "IMM's path of the field. Example: `Labels.LabelName`." }),
    operation: t.string({
      required: true,
      description: `IMM's name of the operator, one of ${leafOperations.map((name) => `\`${name}\``).join(", ")}. Example: \`eq\`.`,
    }),
    value: t.string({
      description:
        "The operand as text, even for numbers and times. Required unless the operator is `exist`. Example: `cat`.",
    }),
  }),
});

/** The type of conditions on what has these members. */
function whereInput(
  name: string,
  { description, of, members }: { description: string; of: string; members: readonly QueryMember[] },
) {
  const ref = builder.inputRef<object>(name);
  ref.implement({
    description,
    ...membersOf(of),
    fields: (t) => ({
      and: t.field({ type: [ref], description: "All of these must hold; at least 1." }),
      not: t.field({
        type: ref,
        description: "Negates the condition. A file without a value matches the negation.",
      }),
      or: t.field({ type: [ref], description: "One of these must hold; at least 1." }),
      raw: t.field({
        type: [RawConditionInput],
        description: "Conditions in IMM's own terms; all must hold. At least 1.",
      }),
      ...memberFields(t, of, members),
    }),
  });
  return ref;
}

function memberFields(t: Fields, of: string, members: readonly QueryMember[]) {
  return Object.fromEntries(members.map((member) => [member.name, memberField(t, of, member)] as const));
}

function memberField(t: Fields, of: string, member: QueryMember): InputFieldRef<Types, unknown> {
  const description = `On \`${of}.${member.name}\`.`;
  switch (member.is) {
    case "field":
      return t.field({ type: filters[member.kind], description });
    case "map": {
      const { foldsKeys, foldsValues } = fileMaps[member.path as keyof typeof fileMaps];
      const inKeys = `Upper and lower case ${foldsKeys ? "are the same" : "differ"} in keys`;
      const inValues = foldsKeys === foldsValues ? " and values" : ", but differ in values";
      return t.field({
        type: [KeyedFilterInput],
        description: `On \`${of}.${member.name}\`, key by key; all must hold, at least 1. ${inKeys}${inValues}.`,
      });
    }
    default:
      return t.field({ type: partFilters.get(member.path)!, description });
  }
}

function structureFilter({ name, typeName, members }: Part) {
  return builder.inputType(`${typeName}FilterInput`, {
    ...membersOf(typeName),
    description: `Conditions on a file's \`${name}\`; all must hold.`,
    fields: (t) => memberFields(t, typeName, members),
  });
}

function listFilter({ name, typeName, members }: Part) {
  const where = whereInput(`${typeName}WhereInput`, {
    description: `Conditions on one \`${typeName}\` of a file. Those beside each other must all hold.`,
    of: typeName,
    members,
  });
  return builder.inputType(`${typeName}ListFilterInput`, {
    description: `Conditions on a file's \`${name}\`.`,
    fields: (t) => ({
      some: t.field({ type: where, description: "At least one element meets all of these." }),
    }),
  });
}

/** The filters of a file's lists and structures, by their paths. */
const partFilters: ReadonlyMap<string, InputRef<object>> = new Map(
  queryMembers
    .filter((member) => "typeName" in member)
    .map((part) => [part.path, part.is === "list" ? listFilter(part) : structureFilter(part)]),
);

const FileWhereInput = whereInput("FileWhereInput", {
  description: `Conditions on files. Those beside each other must all hold. At most ${maxConditions} in all, each operator, and each value of \`in\`, being one; they may stand inside each other ${maxLevels} levels deep. Null is as if absent; what has no condition in it is refused.`,
  of: "File",
  members: queryMembers,
});

/** The argument that chooses files. `unset` says which without it. */
export function whereArgument(unset: string) {
  return builder.args((t) => ({
    where: t.field({
      type: FileWhereInput,
      description: `Which files. ${unset} Example: \`{ mediaType: { eq: "image" }, labels: { some: { labelName: { eq: "cat" } } } }\`.`,
    }),
  }));
}
