import type { Condition, Places, Query } from "./condition.ts";
import { QueryProblem } from "./query-problem.ts";

/** How many conditions IMM takes in a query. */
export const maxConditions = 100;

/** How many levels deep IMM takes conditions inside each other. */
export const maxLevels = 5;

/** Refuses a query that IMM wouldn't take for its size. */
export function checkLimits({ tree, places }: Query): void {
  const conditions = countConditions(tree);
  if (conditions > maxConditions) throw tooMany(places.get(tree)!, `${conditions} conditions`);
  const tooDeep = nodeBelow(tree, maxLevels);
  if (tooDeep) {
    throw new QueryProblem({
      place: places.get(tooDeep)!,
      message: `Conditions may stand inside each other at most ${maxLevels} levels deep: \`and\`, \`or\`, \`not\`, \`some\` and \`in\` are one each, and so are several conditions beside each other.`,
      allowed: `0..${maxLevels} levels`,
    });
  }
}

// A list may stand in many places of a `where`, so that all of them can't be counted.
const maxNodes = 20 * maxConditions;

/** Puts down where a condition comes from. */
export function put<Each extends Condition>(places: Places, condition: Each, place: string): Each {
  if (places.size === maxNodes) throw tooMany("where", `more than ${maxNodes}`);
  places.set(condition, place);
  return condition;
}

function tooMany(place: string, sent: string): QueryProblem {
  return new QueryProblem({
    place,
    message: `A query may have at most ${maxConditions} conditions, each operator, and each value of \`in\`, being one.`,
    allowed: `1..${maxConditions} conditions`,
    sent,
  });
}

function countConditions({ SubQueries }: Condition): number {
  return SubQueries ? SubQueries.reduce((count, below) => count + countConditions(below), 0) : 1;
}

/** The first node that stands more than so many levels below another. */
function nodeBelow({ SubQueries = [] }: Condition, levels: number): Condition | undefined {
  if (levels === 0) return SubQueries[0];
  for (const below of SubQueries) {
    const found = nodeBelow(below, levels - 1);
    if (found) return found;
  }
  return undefined;
}
