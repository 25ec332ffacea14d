import type { PromiseOrValue } from "./plan.ts";

/** Whatever has a method `then` is awaited. */
export function isPromise<T>(value: PromiseOrValue<T>): value is Promise<T> {
  // Most values are primitive: to look for a member of theirs would take longer.
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return false;
  return typeof (value as { then?: unknown }).then === "function";
}
