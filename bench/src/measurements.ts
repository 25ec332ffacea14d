import type { LocalFiles } from "./files/files.ts";
import type { LocalImm } from "./measure/local-imm.ts";
import type { Memory } from "./measure/memory.ts";
import type { CpuByOwner } from "./measure/profile.ts";
import type { Results } from "./measure/rounds.ts";
import type { Start } from "./measure/startup-time.ts";
import type { Growth } from "./report/growth.ts";
import type { Queries } from "./queries/queries.ts";
import type { Server } from "./servers.ts";
import type { Workload } from "./workloads.ts";

/** All that a run measures. */
export interface Measurements {
  readonly servers: readonly Server[];
  /** Those of them that one would use instead of the gateway. */
  readonly peers: readonly Server[];
  readonly results: Results;
  readonly growth: readonly Growth[];
  /** What the gateway spends its time on, at two of the workloads. */
  readonly profiles: ReadonlyMap<Workload, CpuByOwner>;
  /** The most calls in flight at once for 50 datasets, and for 100 representations. */
  readonly peaks: { readonly datasets: number; readonly entities: number };
  readonly memory: Memory;
  readonly start: Start;
  readonly localImm: LocalImm;
  readonly files: LocalFiles;
  readonly queries: readonly Queries[];
}
