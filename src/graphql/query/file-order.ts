import type { InputRef } from "@pothos/core";
import type { QueryMember } from "../../contract/query/query-members.ts";
import { maxSortFields, sortableMembers } from "../../contract/query/read-order.ts";
import { builder } from "../schema/builder.ts";
import { membersOf } from "./describe-members.ts";
import { SortOrder } from "../paging/sort-order.ts";

/** The type of what is sorted by in what has these members. */
function orderInput(
  name: string,
  { description, of, members }: { description: string; of: string; members: readonly QueryMember[] },
): InputRef<object> {
  // Made before the fields that have them.
  const structures = new Map(
    members
      .filter((member) => "typeName" in member)
      .map(({ path, typeName, members: inner }) => [
        path,
        orderInput(`${typeName}OrderInput`, {
          description: `The field of \`${typeName}\` to sort by: exactly one.`,
          of: typeName,
          members: inner,
        }),
      ]),
  );
  return builder.inputType(name, {
    description,
    ...membersOf(of),
    fields: (t) =>
      Object.fromEntries(
        members.map((member) => {
          const type = structures.get(member.path) ?? SortOrder;
          return [member.name, t.field({ type, description: `By \`${of}.${member.name}\`.` })] as const;
        }),
      ),
  });
}

const FileOrderInput = orderInput("FileOrderInput", {
  description: "A field to sort by and its direction: exactly one field.",
  of: "File",
  members: sortableMembers,
});

/** The argument that sorts files. `unset` says how they are sorted without it. */
export function orderArgument(unset: string) {
  return builder.args((t) => ({
    orderBy: t.field({
      type: [FileOrderInput],
      description: `What to sort by, the most important first: at most ${maxSortFields} elements, each with one field. IMM does not say where files without a value come. ${unset} Example: \`[{ size: DESC }, { filename: ASC }]\`.`,
    }),
  }));
}
