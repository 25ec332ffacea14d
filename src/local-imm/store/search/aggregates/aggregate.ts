import { type Aggregate, type AggregateOperation, type Aggregation, valuesOf } from "./aggregation.ts";
import type { Subject } from "../conditions/condition.ts";
import type { Scope } from "../conditions/scope.ts";
import { countDistinct, countGroups, type Gathering, gatherNumbers } from "./gatherings.ts";
import { indexes } from "../conditions/drivers.ts";
import { eachSelected, rowsToLookAt, type Searching } from "../searching.ts";
import { plain, sql, type Sql } from "../sql.ts";

/** Computes what is asked of all files of a selection, with so many groups at most. */
export async function aggregate(
  search: Searching,
  aggregations: readonly Aggregation[],
  maxGroups: number,
): Promise<Aggregate[]> {
  const gatherings = new Map<string, { readonly gathering: Gathering; readonly subject: Subject }>();
  const asked = aggregations.map(({ subject, operation }) => {
    const name = JSON.stringify([gathererOf(operation), subject]);
    const gathering = gatherings.get(name)?.gathering ?? gather({ subject, operation }, search, maxGroups);
    gatherings.set(name, { gathering, subject });
    return { operation, gathering };
  });

  const inRows: Gathering[] = [];
  for (const { gathering, subject } of gatherings.values()) {
    const index = search.condition ? undefined : indexOf(subject, search.scope);
    if (index) gathering.gatherOnce(index.from, index.where);
    else inRows.push(gathering);
  }
  if (inRows.length > 0) {
    await eachSelected(search, await rowsToLookAt(search), ({ from }, where) => {
      for (const gathering of inRows) gathering.gather(from, where);
      return true;
    });
  }
  return asked.map(({ operation, gathering }) => gathering.result(operation));
}

function gathererOf(operation: AggregateOperation): "distinct" | "group" | "numbers" {
  return operation === "group" || operation === "distinct" ? operation : "numbers";
}

function gather(
  { subject, operation }: Aggregation,
  { scope, tools }: Searching,
  maxGroups: number,
): Gathering {
  const values = valuesOf(subject, scope);
  switch (gathererOf(operation)) {
    case "group":
      return countGroups(values, tools.statements, maxGroups);
    case "distinct":
      return countDistinct(values, tools.statements);
    case "numbers":
      return gatherNumbers(values, tools.statements);
  }
}

/** The index that has all values of a field, if one does: it is read in its order, and takes much less time. */
function indexOf(subject: Subject, scope: Scope): { from: Sql; where: Sql } | undefined {
  if ("array" in subject && subject.array === "Labels" && subject.member === "LabelName") {
    return {
      from: plain("FileLabel e INDEXED BY FileLabelByName"),
      where: sql`e.DatasetId = ${scope.DatasetId}`,
    };
  }
  const index = "file" in subject ? indexes[subject.file] : undefined;
  return index === undefined
    ? undefined
    : { from: plain(`File f INDEXED BY ${index}`), where: sql`f.IndexedIn = ${scope.DatasetId}` };
}
