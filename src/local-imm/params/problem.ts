import type { z } from "zod";
import { type Fault, invalid } from "../http/fault.ts";
import { quote } from "../quote.ts";

/** What a value must be, in place of zod's own words; what a schema says itself comes before it. */
export function requirement(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be one of ${issue.values.join(", ")}`;
    case "too_small":
      return `must ${amount(issue.origin, `at least ${issue.minimum}`)}`;
    case "too_big":
      return `must ${amount(issue.origin, `at most ${issue.maximum}`)}`;
    default:
      return undefined;
  }
}

/** Says of a parameter's value where it is wrong, what is allowed and what was sent: `Files[2].URI must be …; got 5.` */
export function problemOf(
  parameter: string,
  { path, message, input }: { path: readonly PropertyKey[]; message: string; input?: unknown },
): string {
  const place = `${parameter}${path.map(step).join("")}`;
  return input === undefined ? `${place} ${message}.` : `${place} ${message}; got ${show(input)}.`;
}

/** Refuses a parameter as a whole. */
export function refusal(parameter: string, message: string, input?: unknown): Fault {
  return invalid(parameter, problemOf(parameter, { path: [], message, input }));
}

const kinds: Readonly<Record<string, string>> = {
  array: "an array",
  boolean: "true or false",
  map: "an object",
  object: "an object",
  number: "a number",
  string: "a string",
};

function amount(origin: string, bound: string): string {
  switch (origin) {
    case "string":
      return `have ${bound} characters`;
    case "array":
      return `have ${bound} elements`;
    case "map":
      return `have ${bound} members`;
    default:
      return `be ${bound}`;
  }
}

function step(key: PropertyKey): string {
  if (typeof key === "number") return `[${key}]`;
  const name = String(key);
  return /^[A-Za-z_]\w{0,63}$/.test(name) ? `.${name}` : `[${show(name)}]`;
}

/** A value, cut if it is long. */
function show(value: unknown): string {
  if (value instanceof Map) return `an object of ${value.size} members`;
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "string" ? quote(value) : String(value);
}
