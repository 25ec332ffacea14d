import { isDivided } from "./conditions/drivers.ts";
import type { IdRange } from "./conditions/scope.ts";
import { eachPart, type Rows } from "./parts.ts";
import { locate, looksAtMore, mostLookedAt } from "./locate.ts";
import { eachSelected, exactDriver, type Searching } from "./searching.ts";
import { plain, sql } from "./sql.ts";

// What an index finds is counted in one go up to so many.
const countedAtOnce = 1_000_000n;

/** How many files are in a selection, among these rows. */
export async function countSelected(search: Searching, rows: Rows): Promise<bigint> {
  const { condition, scope, tools } = search;
  if (!condition) {
    const [dataset] = tools.statements.all<{ FileCount: bigint }>(
      sql`SELECT FileCount FROM Dataset WHERE DatasetId = ${scope.DatasetId}`,
    );
    // It may have been deleted since the search began.
    return dataset?.FileCount ?? 0n;
  }
  if ("ids" in rows && search.conjuncts.length === 1) return BigInt(rows.ids.length);
  const atOnce = "ids" in rows ? undefined : await countByIndex(search);
  if (atOnce !== undefined) return atOnce;
  let total = 0n;
  const few = "ids" in rows ? rows : (await locate(search, "most")).rows;
  await eachSelected(search, few, ({ from }, where) => {
    total += tools.statements.one<{ count: bigint }>(
      sql`SELECT count(*) AS count FROM ${from} WHERE ${where}`,
    ).count;
    return true;
  });
  return total;
}

/** The same from an index alone, if one finds the selection. */
async function countByIndex(search: Searching): Promise<bigint | undefined> {
  const { ids, tools } = search;
  const driver = exactDriver(search);
  if (!driver || looksAtMore(driver, mostLookedAt(driver), search)) return undefined;
  const count = (range: IdRange) =>
    tools.statements.one<{ count: bigint }>(
      sql`SELECT count(*) AS count FROM (SELECT ${plain(driver.mayRepeat ? "DISTINCT" : "")} FileId FROM (${driver.found(range)}) LIMIT ${countedAtOnce + 1n})`,
    ).count;
  let total = 0n;
  if (isDivided(driver)) {
    await eachPart(ids, driver.cost ?? 0.1, tools, ({ range }) => {
      total += count(range!);
      return true;
    });
    return total;
  }
  total = count(ids);
  return total <= countedAtOnce ? total : undefined;
}
