import type { Subject } from "../conditions/condition.ts";
import { indexes } from "../conditions/drivers.ts";
import type { Scope } from "../conditions/scope.ts";
import type { Part } from "../parts.ts";
import { locate } from "../locate.ts";
import { eachSelected, type Searching } from "../searching.ts";
import { plain, sql, type Sql } from "../sql.ts";
import {
  type Aggregate,
  type AggregateOperation,
  type Aggregation,
  type Values,
  valuesOf,
} from "./aggregation.ts";
import { countDistinct, countGroups, type Gathering, gatherNumbers, type Source } from "./gatherings.ts";

/** Computes what is asked of all files of a selection, with so many groups at most. */
export async function aggregate(
  search: Searching,
  aggregations: readonly Aggregation[],
  maxGroups: number,
): Promise<Aggregate[]> {
  const gatherings = new Map<string, Asked>();
  const asked = aggregations.map(({ subject, operation }) => {
    const name = JSON.stringify([gathererOf(operation), subject]);
    const values = valuesOf(subject, search.scope);
    const gathering = gatherings.get(name)?.gathering ?? gatheringFor(operation, values, search, maxGroups);
    gatherings.set(name, { subject, values, gathering });
    return { operation, gathering };
  });

  const inRows: Asked[] = [];
  for (const each of gatherings.values()) {
    const index = search.condition ? undefined : indexOf(each, search.scope);
    if (index) {
      each.gathering.gather(index, { areAll: true });
      await search.tools.pause();
    } else {
      inRows.push(each);
    }
  }
  if (inRows.length > 0) {
    // Each looks at all rows of a part.
    const cost = search.cost * inRows.length;
    const gather = (part: Part, where: Sql) => {
      for (const { gathering, values } of inRows) {
        gathering.gather(sourceOf(values, part, where, search), { areAll: false });
      }
      return true;
    };
    await eachSelected(search, (await locate(search, "most")).rows, gather, cost);
  }
  return asked.map(({ operation, gathering }) => gathering.result(operation));
}

interface Asked {
  readonly subject: Subject;
  readonly values: Values;
  readonly gathering: Gathering;
}

function gathererOf(operation: AggregateOperation): "distinct" | "group" | "numbers" {
  return operation === "group" || operation === "distinct" ? operation : "numbers";
}

function gatheringFor(
  operation: AggregateOperation,
  values: Values,
  { tools }: Searching,
  maxGroups: number,
): Gathering {
  switch (gathererOf(operation)) {
    case "group":
      return countGroups(values, tools.statements, maxGroups);
    case "distinct":
      return countDistinct(values, tools.statements);
    case "numbers":
      return gatherNumbers(values, tools.statements);
  }
}

/** The rows of a part that have the values. */
function sourceOf({ others }: Values, { from, range }: Part, where: Sql, { condition }: Searching): Source {
  if (!others) return { from, where };
  // Of files that aren't indexed there are none.
  if (!condition && range) {
    return {
      from: sql`${others.table} e`,
      where: sql`e.FileId BETWEEN ${range.first} AND ${range.last} AND ${others.where}`,
    };
  }
  return { from: sql`${from} JOIN ${others.table} e ON e.FileId = f.FileId AND ${others.where}`, where };
}

/** The index that has all values of a field, if one does: it is read in its order, and takes much less time. */
function indexOf({ subject, values }: Asked, { DatasetId }: Scope): Source | undefined {
  if ("map" in subject) {
    return {
      from: plain("FileEntry e INDEXED BY FileEntryByValue"),
      where: sql`e.FileId >> 32 = ${DatasetId} AND ${values.others!.where}`,
    };
  }
  if ("array" in subject) {
    if (subject.array !== "Labels" || subject.member !== "LabelName") return undefined;
    return {
      from: plain("FileLabel e INDEXED BY FileLabelByName"),
      where: sql`e.FileId >> 32 = ${DatasetId}`,
    };
  }
  const index = indexes[subject.file];
  return index === undefined
    ? undefined
    : {
        from: plain(`File f INDEXED BY ${index}`),
        where: sql`f.DatasetId = ${DatasetId} AND f.ObjectStatus = 'Indexed'`,
      };
}
