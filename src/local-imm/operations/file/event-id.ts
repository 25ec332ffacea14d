import { randomBytes } from "node:crypto";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A new id of an event, as IMM writes them: `30F-1D8FxFzDXKJH9YQdve4CjRabcd`. */
export function newEventId(): string {
  const [first, second, ...others] = randomBytes(28);
  const hex = ((first! << 8) | second!).toString(16).padStart(4, "0").slice(1).toUpperCase();
  return `${hex}-${others.map((byte) => digits[byte % digits.length]).join("")}`;
}
