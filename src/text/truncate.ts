const maxLength = 100;

/** A text cut at 100 characters, never inside a surrogate pair, with a mark where it was cut. */
export function truncate(text: string, mark = "…"): string {
  const characters = Array.from(text.slice(0, 2 * maxLength + 1));
  return characters.length > maxLength ? `${characters.slice(0, maxLength).join("")}${mark}` : text;
}
