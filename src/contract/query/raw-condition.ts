import { operatorsOfKind } from "../query-fields.ts";
import type { Condition } from "./condition.ts";
import { isGiven, memberOf, textOf, type Placed } from "./operands.ts";
import { QueryProblem } from "./query-problem.ts";

/** The operators that IMM has for a field and a value, by its own names. */
export const leafOperations: readonly string[] = [
  ...new Set(Object.values(operatorsOfKind).flat()),
].toSorted();

/** Reads a condition in IMM's own words; `list` is the path of the list whose elements it is on, if it is. */
export function rawCondition(raw: Placed, list: string | undefined): Condition {
  return { Operation: operationOf(raw), Field: fieldOf(raw, list), ...valueOf(raw) };
}

function fieldOf(raw: Placed, list: string | undefined): string {
  const field = memberOf(raw, "field");
  const text = textOf(field);
  if (text === "") throw new QueryProblem({ place: field.place, message: "The field is empty." });
  if (list === undefined || text.startsWith(`${list}.`)) return text;
  throw new QueryProblem({
    place: field.place,
    message: `In \`some\`, a field is of the list's elements: it begins with \`${list}.\`.`,
    allowed: `${list}.…`,
    sent: text,
  });
}

function operationOf(raw: Placed): string {
  const operation = memberOf(raw, "operation");
  const text = textOf(operation);
  if (leafOperations.includes(text)) return text;
  const allowed = leafOperations.join(", ");
  const { place } = operation;
  throw new QueryProblem({ place, message: `An operator is one of ${allowed}.`, allowed, sent: text });
}

function valueOf(raw: Placed): { Value?: string } {
  const value = memberOf(raw, "value");
  if (isGiven(value.value)) return { Value: textOf(value) };
  const operation = memberOf(raw, "operation").value as string;
  if (operation === "exist") return {};
  throw new QueryProblem({ place: value.place, message: `The operator \`${operation}\` needs a value.` });
}
