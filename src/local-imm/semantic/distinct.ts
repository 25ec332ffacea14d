import type { Name } from "./names.ts";

/** What is named, once each, as long as all of it are no more names than so many. */
export function distinct<T>(
  all: readonly T[],
  namesOf: (one: T) => readonly Name[],
  most: number,
): readonly T[] {
  const known = new Set<string>();
  let count = 0;
  return all.filter((one) => {
    const names = namesOf(one);
    const id = JSON.stringify(names.map(({ Field, Value }) => `${Field}=${Value}`).toSorted());
    if (known.has(id) || count + names.length > most) return false;
    known.add(id);
    count += names.length;
    return true;
  });
}
