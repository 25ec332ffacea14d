import { operatorsOfKind, type LeafOperation, type QueryKind } from "../query-fields.ts";
import { areasOf, circleOf, type Area } from "./areas.ts";
import type { Condition, Places } from "./condition.ts";
import { elementsOf, isGiven, memberOf, operandOf, type Placed } from "./operands.ts";
import { put } from "./query-limits.ts";
import { QueryProblem } from "./query-problem.ts";

/** An operator as the graph names it. */
export type FilterOperator =
  | "between"
  | "eq"
  | "exists"
  | "gt"
  | "gte"
  | "in"
  | "lt"
  | "lte"
  | "matchPhrase"
  | "near"
  | "prefix"
  | "within";

/** The field that an operator compares, and where its conditions are put down. */
interface Compared {
  readonly field: string;
  readonly kind: QueryKind;
  readonly places: Places;
}

interface Operator {
  /** What IMM must take of the kind of field. */
  readonly needs: readonly LeafOperation[];
  conditions(operand: Placed, compared: Compared): Condition[];
}

const comparing = (operation: LeafOperation): Operator => ({
  needs: [operation],
  conditions: (operand, compared) => [leaf(operation, operand, compared)],
});

/** The operators, in the order of their names. */
const operators: Readonly<Record<FilterOperator, Operator>> = {
  between: {
    needs: ["gte", "lte"],
    conditions: (range, compared) => [
      leaf("gte", memberOf(range, "from"), compared),
      leaf("lte", memberOf(range, "to"), compared),
    ],
  },
  eq: comparing("eq"),
  exists: {
    needs: ["exist"],
    conditions({ value, place }, { field, places }) {
      const exist = put(places, { Operation: "exist", Field: field }, place);
      return [value === true ? exist : around("not", [exist], { place, places })];
    },
  },
  gt: comparing("gt"),
  gte: comparing("gte"),
  in: {
    needs: ["eq"],
    conditions(values, compared) {
      const equal = elementsOf(values).map((value) => leaf("eq", value, compared));
      return [joined("or", equal, { place: values.place, places: compared.places })];
    },
  },
  lt: comparing("lt"),
  lte: comparing("lte"),
  matchPhrase: comparing("match-phrase"),
  near: {
    needs: ["geo-distance"],
    conditions: (near, compared) => [inArea(circleOf(near), compared)],
  },
  prefix: comparing("prefix"),
  within: {
    needs: ["geo-bounding-box", "geo-polygon"],
    conditions(within, compared) {
      const areas = areasOf(within);
      if (areas.length === 0) throw withoutCondition(within.place);
      return areas.map((area) => inArea(area, compared));
    },
  },
};

const names = Object.keys(operators) as FilterOperator[];

/** The operators of a kind of field, in the order of their names. */
export function filterOperators(kind: QueryKind): FilterOperator[] {
  return names.filter((name) =>
    operators[name].needs.every((needed) => operatorsOfKind[kind].includes(needed)),
  );
}

/** The conditions of a filter, one for each operator. */
export function filterConditions(filter: Placed, compared: Compared): Condition[] {
  const conditions = filterOperators(compared.kind).flatMap((name) => {
    const operand = memberOf(filter, name);
    return isGiven(operand.value) ? operators[name].conditions(operand, compared) : [];
  });
  if (conditions.length === 0) throw withoutCondition(filter.place);
  return conditions;
}

/** One condition as it is, several joined. */
export function joined(
  operation: "and" | "or",
  conditions: readonly Condition[],
  at: { place: string; places: Places },
): Condition {
  if (conditions.length === 0) throw withoutCondition(at.place);
  return conditions.length === 1 ? conditions[0]! : around(operation, conditions, at);
}

/** An operation on other conditions. */
export function around(
  Operation: "and" | "nested" | "not" | "or",
  SubQueries: readonly Condition[],
  { place, places, field }: { place: string; places: Places; field?: string },
): Condition {
  return put(places, { Operation, ...(field !== undefined && { Field: field }), SubQueries }, place);
}

/** An operator's condition on a field. */
function leaf(Operation: LeafOperation, operand: Placed, { field, kind, places }: Compared): Condition {
  return put(places, { Operation, Field: field, Value: operandOf(operand, kind) }, operand.place);
}

function inArea({ operation, operand, place }: Area, { field, places }: Compared): Condition {
  return put(places, { Operation: operation, Field: field, Value: operand }, place);
}

/** The problem of what should hold a condition. */
export function withoutCondition(place: string): QueryProblem {
  return new QueryProblem({ place, message: "There is no condition in it: leave it out, or give it one." });
}
