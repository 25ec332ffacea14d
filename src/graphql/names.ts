const named = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;

/** Whether IMM takes a text for the name of a project or a dataset. */
export function isName(text: unknown): text is string {
  return typeof text === "string" && named.test(text);
}
