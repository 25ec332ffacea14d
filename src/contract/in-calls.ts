/** How many files one call reads. */
export const maxFiles = 100;

// Of a call's address. The local IMM takes 256 KiB of headers; what IMM takes isn't documented.
const maxLength = 100_000;

/** Divides files among calls: a hundred each, fewer where their addresses are long. */
export function inCalls<Item>(items: readonly Item[], uriOf: (item: Item) => string): Item[][] {
  const calls: Item[][] = [];
  let length = Infinity;
  for (const item of items) {
    const added = encodeURIComponent(JSON.stringify(uriOf(item))).length + 1;
    const last = calls.at(-1);
    if (!last || last.length === maxFiles || length + added > maxLength) {
      calls.push([item]);
      length = added;
    } else {
      last.push(item);
      length += added;
    }
  }
  return calls;
}
