/** How large a value of JSON is. */
export interface ValueSize {
  /** How many lists and objects stand inside each other. */
  readonly depth: number;
  /** The elements of its longest list. */
  readonly listSize: number;
}

/** Measures a value level by level: recursion would overflow the stack on a deep one. */
export function sizeOfValue(value: unknown): ValueSize {
  let depth = 0;
  let listSize = 0;
  let level = [value].filter(isNested);
  while (level.length > 0) {
    depth += 1;
    const below: object[] = [];
    for (const nested of level) {
      if (Array.isArray(nested)) listSize = Math.max(listSize, nested.length);
      for (const member of Object.values(nested)) if (isNested(member)) below.push(member);
    }
    level = below;
  }
  return { depth, listSize };
}

function isNested(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
