/**
 * Whether a text as a whole matches a pattern: `*` is any run of characters (also none), `?` is exactly one
 * character, anything else is itself. The text's own `*` and `?` mean nothing.
 */
export function matches(pattern: string, text: string): boolean {
  // Only the last star is ever moved: an earlier one that has found its place can't do better elsewhere.
  // So the work is at most the product of the two lengths, where a backtracking expression has no such bound.
  let star = -1;
  let starEnd = 0;
  let p = 0;
  let t = 0;
  while (t < text.length) {
    if (pattern[p] === "*") {
      star = p++;
      starEnd = t;
    } else if (pattern[p] === "?") {
      p++;
      t += text.codePointAt(t)! > 0xffff ? 2 : 1;
    } else if (pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++starEnd;
    } else {
      return false;
    }
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
