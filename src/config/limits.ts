import { defaultLimits, type Limits } from "../gateway/operations/limits.ts";
import type { Reader } from "./reader.ts";

/** Reads what a request may cost: `IMM_MAX_BODY_BYTES` for `bodyBytes`, and so for each limit. */
export function readLimits(reader: Reader): Limits {
  const limits = Object.entries(defaultLimits).map(([name, fallback]) => {
    const setting = `IMM_MAX_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
    return [name, reader.number(setting, fallback, { min: 1, max: 1_000_000_000 })];
  });
  return Object.fromEntries(limits) as Limits;
}
