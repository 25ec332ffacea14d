import { times } from "../format.ts";
import type { Threshold } from "./thresholds.ts";

/** A ratio that may be so much at most; what it should become, its aim, isn't checked. */
export const atMost = (most: number, measured: number, what: string, aim?: string): Threshold => ({
  what,
  allowed: `≤ ${most} ×${aim ? `, aim ${aim}` : ""}`,
  measured: times(measured),
  isMet: measured <= most,
});
