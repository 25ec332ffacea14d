import { medianOf, type Database, type LocalImm } from "../../measure/local-imm.ts";
import { median } from "../../measure/statistics.ts";
import { formatNumber, times } from "../format.ts";
import { atMost } from "./at-most.ts";
import type { Threshold } from "./thresholds.ts";

const minCreates = 2_000;
const minShare = 0.5;

/** What the local IMM must keep to with datasets, and what it does. */
export function localImmThresholds({ wire, sql }: LocalImm): Threshold[] {
  const besideSql = (figure: (database: Database) => number) =>
    median(wire.map((database, round) => figure(database) / figure(sql[round]!)));
  const creates = medianOf(wire).create.throughput;
  const share = besideSql(({ create }) => create.throughput);
  return [
    {
      what: "local IMM: datasets created a second",
      allowed: `≥ ${minCreates.toLocaleString("en")}`,
      measured: formatNumber(creates),
      isMet: creates >= minCreates,
    },
    {
      what: "local IMM: datasets created a second, beside SQL by hand",
      allowed: `≥ ${minShare} ×`,
      measured: times(share),
      isMet: share >= minShare,
    },
    atMost(
      2,
      besideSql(({ page }) => page.cpu),
      "local IMM: CPU of a page of 200 beside SQL by hand",
    ),
  ];
}
