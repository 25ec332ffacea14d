const named = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;

/** What a project or a dataset may be called, as an error says it. */
export const allowedName = "1..128 of A-Z a-z 0-9 _ -, the first a letter or _";

/** Whether IMM takes a text for the name of a project or a dataset. */
export function isName(text: unknown): text is string {
  return typeof text === "string" && named.test(text);
}
