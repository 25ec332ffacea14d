/** How long a run measures. */
export interface Plan {
  /** How long each server does each workload before anything counts: compilers take thousands of requests to be done. */
  readonly warmMs: number;
  readonly rounds: number;
  /** How long each server does each workload in a round. */
  readonly workMs: number;
  /** How long each profile of the gateway is. */
  readonly profileMs: number;
  /** Requests through which memory is watched. */
  readonly memoryRequests: number;
  /** How often each server is started. */
  readonly starts: number;
  /** Rounds of the local IMM and of SQL by hand, and how long each workload lasts in them. */
  readonly localRounds: number;
  readonly localMs: number;
  /** Pictures that are indexed in each round, and how many rounds there are. */
  readonly pictures: number;
  readonly indexingRounds: number;
  /** Pictures that are indexed while requests are sent, in each round, and how many rounds there are. */
  readonly latencyPictures: number;
  readonly latencyRounds: number;
  /** How many files are in the buckets that are scanned again. */
  readonly scannedFiles: readonly number[];
  /** How many files are in the datasets that are queried. */
  readonly queriedFiles: readonly number[];
  /** Rounds of each question and of SQL by hand, and how long each is asked in them. */
  readonly queryRounds: number;
  readonly queryMs: number;
}

/** About half an hour. */
const full: Plan = {
  warmMs: 6_000,
  rounds: 7,
  workMs: 1_000,
  profileMs: 5_000,
  memoryRequests: 100_000,
  starts: 9,
  localRounds: 5,
  localMs: 1_000,
  pictures: 10_000,
  indexingRounds: 3,
  latencyPictures: 1_000,
  latencyRounds: 5,
  scannedFiles: [10_000, 100_000],
  queriedFiles: [100_000],
  queryRounds: 7,
  queryMs: 100,
};

/** About three minutes. */
const quick: Plan = {
  warmMs: 500,
  rounds: 2,
  workMs: 150,
  profileMs: 700,
  memoryRequests: 5_000,
  starts: 3,
  localRounds: 1,
  localMs: 300,
  pictures: 1_000,
  indexingRounds: 1,
  latencyPictures: 200,
  latencyRounds: 2,
  scannedFiles: [10_000],
  queriedFiles: [10_000],
  queryRounds: 3,
  queryMs: 20,
};

/** The plan that is asked for. */
export function planOf({ quick: isQuick, million }: { quick: boolean; million: boolean }): Plan {
  const plan = isQuick ? quick : full;
  return million ? { ...plan, queriedFiles: [...plan.queriedFiles, 1_000_000] } : plan;
}
