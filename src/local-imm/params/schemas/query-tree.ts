import { z } from "zod";
import { text } from "./text.ts";

const operations = [
  "and",
  "or",
  "not",
  "nested",
  "eq",
  "gt",
  "gte",
  "lt",
  "lte",
  "prefix",
  "match-phrase",
  "exist",
  "geo-distance",
  "geo-bounding-box",
  "geo-polygon",
] as const;

/** A node of SimpleQuery's parameter Query: a condition on a field, or an operation on other nodes. */
export interface QueryNode {
  readonly Operation: (typeof operations)[number];
  readonly Field?: string | undefined;
  readonly Value?: string | undefined;
  readonly SubQueries?: readonly QueryNode[] | undefined;
}

const maxDepth = 5;
const maxConditions = 100;

// A polygon may have many points.
const longestPlaces = 16_384;

const node: z.ZodType<QueryNode> = z.object({
  Operation: z.enum(operations),
  Field: text().optional(),
  Value: text(longestPlaces).optional(),
  SubQueries: z.lazy(() => z.array(node)).optional(),
});

/**
 * SimpleQuery's parameter Query: a tree of operations, as deep and with as many conditions as IMM allows. Which operation
 * takes what isn't looked at.
 */
export const queryTree: z.ZodType<QueryNode> = z
  .unknown()
  // First, so that no more nodes are looked at than there may be.
  .check(({ value, issues }) => {
    const tooDeep = pathBelow(value, maxDepth);
    if (tooDeep) {
      const message = `must not have SubQueries: they may be nested ${maxDepth} levels deep`;
      issues.push({ code: "custom", path: tooDeep, message, input: undefined });
    } else if (conditionsOf(value) > maxConditions) {
      const message = `must have at most ${maxConditions} conditions`;
      issues.push({ code: "custom", message, input: undefined });
    }
  })
  .pipe(node);

/** The path of the first node that has others below it although it stands below so many levels. */
function pathBelow(value: unknown, levels: number): PropertyKey[] | undefined {
  const nodes = subQueriesOf(value);
  if (nodes.length === 0) return undefined;
  if (levels === 0) return [];
  for (const [index, below] of nodes.entries()) {
    const path = pathBelow(below, levels - 1);
    if (path) return ["SubQueries", index, ...path];
  }
  return undefined;
}

/** Conditions are the nodes without others below them. */
function conditionsOf(value: unknown): number {
  const nodes = subQueriesOf(value);
  if (nodes.length === 0) return 1;
  return nodes.reduce<number>((count, below) => count + conditionsOf(below), 0);
}

function subQueriesOf(value: unknown): readonly unknown[] {
  const { SubQueries } = Object(value) as { SubQueries?: unknown };
  return Array.isArray(SubQueries) ? SubQueries : [];
}
