import type { Growth } from "./report/growth.ts";
import type { LocalImm } from "./measure/local-imm.ts";
import type { Memory } from "./measure/memory.ts";
import type { Spent } from "./measure/profile.ts";
import type { Results } from "./measure/rounds.ts";
import type { Server } from "./servers.ts";
import type { Start } from "./measure/startup-time.ts";
import type { Wave } from "./measure/peak-concurrency.ts";
import type { Work } from "./workloads.ts";

/** All that a run measures. */
export interface Measurements {
  readonly servers: readonly Server[];
  /** Those of them that one would use instead of the gateway. */
  readonly peers: readonly Server[];
  readonly results: Results;
  readonly growth: readonly Growth[];
  /** What the gateway spends its time on, at two of the works. */
  readonly profiles: ReadonlyMap<Work, Spent>;
  /** Of 50 datasets, and of 100 representations. */
  readonly waves: { readonly datasets: Wave; readonly entities: Wave };
  readonly memory: Memory;
  readonly start: Start;
  readonly localImm: LocalImm;
}
