import { operators, type Operator, type ValueType } from "./operators.ts";
import { PolicyError } from "./policy-error.ts";
import { readObject, readTexts } from "./read-members.ts";

/** One key of one operator, with its values. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  readonly negated: boolean;
  /** Whether it holds of what the request has for the key; undefined where that is not of the operator's type. */
  test(sent: string): boolean | undefined;
}

/**
 * The keys that are more than text. Only operators of their own type take them: a Deny with StringEquals on
 * "10.0.0.0/8" would look right and never match.
 */
const keyTypes: ReadonlyMap<string, ValueType> = new Map([
  ["acs:CurrentTime", "date"],
  ["acs:MFAPresent", "boolean"],
  ["acs:SecureTransport", "boolean"],
  ["acs:SourceIp", "address"],
]);

/**
 * Reads a Condition element: operator → key → value or list. One without operators is no condition at all.
 *
 * @throws PolicyError for an operator that RAM hasn't, a key that isn't among `conditionKeys` or is not of
 *   the operator's type, and a value that the operator can't read.
 */
export function parseConditions(
  value: unknown,
  where: string,
  conditionKeys: readonly string[],
): Condition[] {
  const byOperator = readObject(value, where, "an object of operators");
  return Object.entries(byOperator).flatMap(([name, byKey]) => {
    const operator = operators.get(name);
    if (!operator) throw new PolicyError(where, name, [...operators.keys()].join(", "));

    const place = `${where}.${name}`;
    const keys = Object.entries(readObject(byKey, place, "an object of condition keys"));
    if (keys.length === 0) throw new PolicyError(place, byKey, "an object of at least one condition key");
    return keys.map(([key, values]) => {
      if (!conditionKeys.includes(key)) {
        throw new PolicyError(place, key, conditionKeys.join(", ") || "no key at all");
      }
      const type = keyTypes.get(key);
      if (type && type !== operator.type) throw new PolicyError(`${place}.${key}`, name, namesOf(type));
      return parseCondition(values, { name, operator, key, where: `${place}.${key}` });
    });
  });
}

function parseCondition(
  value: unknown,
  { name, operator, key, where }: { name: string; operator: Operator; key: string; where: string },
): Condition {
  const { allowed, negated } = operator;
  const isLegal = (text: string) => operator.compile(text) !== undefined;
  const values = readTexts(value, where, { allowed, isLegal });
  const comparisons = values.map((text) => operator.compile(text)!);
  return {
    operator: name,
    key,
    values,
    negated,
    test(sent) {
      const results = comparisons.map((compare) => compare(sent));
      return results.includes(undefined) ? undefined : results.includes(true) !== negated;
    },
  };
}

function namesOf(type: ValueType): string {
  return [...operators].flatMap(([name, operator]) => (operator.type === type ? [name] : [])).join(", ");
}
