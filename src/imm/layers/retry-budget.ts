/** How many tries beyond the first all calls together may cost. */
export interface RetryBudget {
  /** Takes one try, unless that leaves fewer than `reserve`. */
  take(reserve?: number): boolean;
  /** Tells that IMM answered a call. */
  refill(): void;
}

const capacity = 100;
const perAnswer = 0.1;

/**
 * Makes a budget of 100 tries. An answer gives back a tenth of one, a failure nothing: while IMM is healthy one call
 * in ten can be repeated, and an outage is not multiplied.
 */
export function createRetryBudget(): RetryBudget {
  let left = capacity;
  return {
    take(reserve = 0) {
      if (left < 1 + reserve) return false;
      left -= 1;
      return true;
    },
    refill() {
      left = Math.min(capacity, left + perAnswer);
    },
  };
}
