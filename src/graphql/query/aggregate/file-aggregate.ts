import type { FieldRef } from "@pothos/core";
import { fileMaps } from "../../../contract/query-fields.ts";
import {
  aggregableMembers,
  aggregateTypeOf,
  aggregatedBy,
  countOfFiles,
} from "../../../contract/query/aggregations.ts";
import type { QueryMember } from "../../../contract/query/query-members.ts";
import { builder } from "../../schema/builder.ts";
import { membersOf } from "../describe-members.ts";
import type { Aggregates } from "./aggregates.ts";
import { NumberAggregateType, ValueAggregateType } from "./value-aggregates.ts";

type Types = (typeof builder)["$inferSchemaTypes"];
type Fields = PothosSchemaTypes.ObjectFieldBuilder<Types, Aggregates>;
type Part = Extract<QueryMember, { typeName: string }>;

const types = { NumberAggregate: NumberAggregateType, ValueAggregate: ValueAggregateType };

function memberFields(t: Fields, of: string, members: readonly QueryMember[]) {
  return Object.fromEntries(members.map((member) => [member.name, memberField(t, of, member)] as const));
}

function memberField(t: Fields, of: string, member: QueryMember): FieldRef<Types, unknown> {
  const description = `Of \`${of}.${member.name}\`.`;
  switch (member.is) {
    case "field":
      return t.field({
        type: types[aggregateTypeOf(member)],
        description,
        resolve: (aggregates) => ({ aggregates, field: member.path }),
      });
    case "map":
      return entryField(t, member);
    default:
      return t.field({
        type: partAggregates.get(member.path)!,
        description,
        resolve: (aggregates) => aggregates,
      });
  }
}

function entryField(t: Fields, member: QueryMember): FieldRef<Types, unknown> {
  const { foldsKeys } = fileMaps[member.path as keyof typeof fileMaps];
  return t.field({
    type: ValueAggregateType,
    description: `Of the values of one key of IMM's \`${member.path}\`.`,
    args: {
      key: t.arg.string({
        required: true,
        description: `The key, which is not empty${foldsKeys ? ", in upper or lower case" : ""}. Example: \`trip\`.`,
      }),
    },
    resolve: (aggregates, args) => ({ aggregates, field: fieldOf(member.name, args) }),
  });
}

/** The field that an argument names, as it was asked for. */
function fieldOf(name: string, args: object): string {
  const about = aggregatedBy({ members: aggregableMembers }, name, { ...args });
  return about && "field" in about ? about.field : "";
}

function partAggregate({ name, typeName, members }: Part) {
  return builder.objectRef<Aggregates>(`${typeName}Aggregate`).implement({
    ...membersOf(typeName),
    description: `What the values in the files' \`${name}\` are.`,
    fields: (t) => memberFields(t, typeName, members),
  });
}

/** The aggregates of a file's lists and structures, by their paths. */
const partAggregates: ReadonlyMap<string, ReturnType<typeof partAggregate>> = new Map(
  aggregableMembers
    .filter((member) => "typeName" in member)
    .map((part) => [part.path, partAggregate(part)] as const),
);

export const FileAggregateType = builder.objectRef<Aggregates>("FileAggregate").implement({
  ...membersOf("File"),
  description: "Statistics of the files that match. One call computes everything that is selected.",
  fields: (t) => ({
    count: t.field({
      type: "Count",
      nullable: true,
      description: "How many files there are. Example: `10`.",
      resolve: (aggregates) => aggregates.get(countOfFiles)?.Value,
    }),
    ...memberFields(t, "File", aggregableMembers),
    raw: t.field({
      type: NumberAggregateType,
      description: "Statistics of a field named by IMM's path, for fields that the graph lacks.",
      args: {
        field: t.arg.string({
          required: true,
          description: "IMM's path of the field; not empty. Example: `Labels.LabelName`.",
        }),
      },
      resolve: (aggregates, args) => ({ aggregates, field: fieldOf("raw", args) }),
    }),
  }),
});
