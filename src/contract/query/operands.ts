import type { QueryKind } from "../query-fields.ts";
import { plainNumber } from "./plain-number.ts";
import { QueryProblem } from "./query-problem.ts";

/** A value of a query with its place. */
export interface Placed<Value = unknown> {
  readonly value: Value;
  readonly place: string;
}

/** Whether a value is there: to IMM an explicit null is as if absent. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A member of an object, with its place. */
export function memberOf({ value, place }: Placed, name: string): Placed {
  return { value: (value as Readonly<Record<string, unknown>>)[name], place: `${place}.${name}` };
}

/** The elements of a list, each with its place. */
export function elementsOf({ value, place }: Placed): Placed[] {
  return (value as readonly unknown[]).map((element, index) => ({
    value: element,
    place: `${place}[${index}]`,
  }));
}

/** An operand as IMM takes it: text, also of numbers and times. */
export function operandOf(placed: Placed, kind: QueryKind): string {
  return kind === "number" ? plainNumber(placed.value as number) : textOf(placed);
}

/** A text that can be sent. */
export function textOf({ value, place }: Placed): string {
  const text = String(value as bigint | number | string);
  if (text.includes("\0")) throw new QueryProblem({ place, message: "A NUL is not allowed." });
  if (!text.isWellFormed()) {
    throw new QueryProblem({ place, message: "Half of a surrogate pair is no character." });
  }
  return text;
}
