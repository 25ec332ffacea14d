/**
 * A value as the store can hold it: texts are well-formed and without NUL, numbers that aren't finite are left out, whole
 * numbers that a double doesn't hold exactly too. Texts are cut at a length that only hostile files reach.
 */
export function clean<T extends object>(value: T): T {
  return cleanObject(value) as T;
}

const longestText = 128 * 1024;

function cleanObject(value: object): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const cleaned = cleanValue(member);
      return cleaned === undefined ? [] : [[name, cleaned]];
    }),
  );
}

function cleanValue(value: unknown): unknown {
  if (typeof value === "string") return cleanText(value, longestText);
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
  if (Array.isArray(value)) return value.map(cleanValue).filter((member) => member !== undefined);
  return typeof value === "object" && value !== null ? cleanObject(value) : value;
}

export function cleanText(text: string, longest: number): string {
  return text.slice(0, longest).replaceAll("\0", "\uFFFD").toWellFormed();
}
