/** A value of a request as JSON text, for a message. */
export function toJsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch {
    return "a value of too many levels";
  }
}
