/**
 * An own property by a name that a caller may choose: `constructor` and `toString` are none unless they were put there.
 */
export function getOwn<Value>(members: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
