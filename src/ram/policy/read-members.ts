import { PolicyError } from "./policy-error.ts";

/** An object of a policy document, its members still unread. */
export type Members = Readonly<Record<string, unknown>>;

/**
 * Reads an object that may have members of these names only.
 *
 * @throws PolicyError for anything else, and for a member of another name.
 */
export function readMembers(value: unknown, where: string, names: readonly string[]): Members {
  const members = readObject(value, where, `an object of ${names.join(", ")}`);
  const unknown = Object.keys(members).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new PolicyError(where, unknown, names.join(", "));
  return members;
}

/**
 * Reads an object with whatever members it has.
 *
 * @throws PolicyError for anything else.
 */
export function readObject(value: unknown, where: string, allowed: string): Members {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Members;
  throw new PolicyError(where, value, allowed);
}

/** What a text must be. */
export interface TextRule {
  /** As a message says it. */
  readonly allowed: string;
  isLegal(text: string): boolean;
}

/**
 * Reads one text or a list of texts: RAM takes the one for a list of one. A list of none is refused, since
 * its statement or condition would match nothing, or everything where it is negated.
 *
 * @throws PolicyError for anything else. RAM has numbers and booleans in quotation marks as well:
 *   https://www.alibabacloud.com/help/en/ram/policy-structure-and-syntax
 */
export function readTexts(value: unknown, where: string, { allowed, isLegal }: TextRule): string[] {
  const read = (item: unknown, place: string) => {
    if (typeof item === "string" && isLegal(item)) return item;
    throw new PolicyError(place, item, allowed);
  };
  if (!Array.isArray(value)) return [read(value, where)];
  if (value.length === 0) throw new PolicyError(where, value, `${allowed}, or a list of at least one such`);
  return Array.from(value, (item: unknown, index) => read(item ?? null, `${where}[${index}]`));
}
