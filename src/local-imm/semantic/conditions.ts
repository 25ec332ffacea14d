import type { QueryNode } from "../params/schemas/query-tree.ts";
import type { Name } from "./names.ts";
import { printLocal, type Span } from "./times/calendar.ts";

export function equal({ Field, Value }: Name): QueryNode {
  return { Operation: "eq", Field, Value };
}

export function allOf(nodes: readonly QueryNode[]): QueryNode {
  return nodes.length === 1 ? nodes[0]! : { Operation: "and", SubQueries: nodes };
}

export function anyOf(nodes: readonly QueryNode[]): QueryNode {
  return nodes.length === 1 ? nodes[0]! : { Operation: "or", SubQueries: nodes };
}

export function noneOf(node: QueryNode): QueryNode {
  return { Operation: "not", SubQueries: [node] };
}

/** When files were taken. */
export function timeCondition({ from, to }: Span): QueryNode {
  const Field = "ProduceTime";
  return allOf([
    ...(from === undefined ? [] : [{ Operation: "gte" as const, Field, Value: printLocal(from) }]),
    ...(to === undefined ? [] : [{ Operation: "lt" as const, Field, Value: printLocal(to) }]),
  ]);
}
