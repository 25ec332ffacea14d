/** How many retries all calls together may make. */
export interface RetryBudget {
  /** Takes one retry, unless that leaves fewer than `reserve`. */
  take(reserve?: number): boolean;
  /** Gives back a part of a retry, when IMM responded to a call. */
  refill(): void;
}

const capacity = 100;
const perAnswer = 0.1;

/**
 * Makes a budget of 100 retries. A response gives back a tenth of one, a failure nothing: while IMM is healthy one call
 * in ten can be retried, and an outage is not multiplied.
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
