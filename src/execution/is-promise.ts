import type { PromiseOrValue } from "./plan.ts";

/** Whatever has a method `then` is awaited. */
export function isPromise<T>(value: PromiseOrValue<T>): value is Promise<T> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === "function";
}
