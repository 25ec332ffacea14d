/**
 * Whether a text as a whole matches a pattern: `*` is any run of characters (also none), `?` is exactly one
 * character, anything else is itself. The text's own `*` and `?` mean nothing.
 */
export function matches(pattern: string, text: string): boolean {
  if (pattern === "*") return true;
  // By code point: a character outside the basic plane is one for `?` as well.
  const wanted = Array.from(pattern);
  const given = Array.from(text);

  // Only the last star is ever moved: an earlier one that has found its place can't do better elsewhere.
  // So the work is at most the product of the two lengths, where a backtracking expression has no such bound.
  let star = -1;
  let starEnd = 0;
  let w = 0;
  let g = 0;
  while (g < given.length) {
    if (wanted[w] === "*") {
      star = w++;
      starEnd = g;
    } else if (w < wanted.length && (wanted[w] === "?" || wanted[w] === given[g])) {
      w++;
      g++;
    } else if (star >= 0) {
      w = star + 1;
      g = ++starEnd;
    } else {
      return false;
    }
  }
  return wanted.slice(w).every((point) => point === "*");
}
