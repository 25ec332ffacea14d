import { pageOfFiles } from "../../files/workloads.ts";
import { ratio, summarise } from "../../measure/rounds.ts";
import type { Measurements } from "../../measurements.ts";
import { baseline, gatewayFor, mercurius, type Server } from "../../servers.ts";
import {
  aliases,
  createDataset,
  dataset,
  datasets,
  entities,
  page10,
  page200,
  type Workload,
} from "../../workloads.ts";
import { times } from "../format.ts";
import { atMost } from "./at-most.ts";
import type { Threshold } from "./thresholds.ts";

/** What the gateway must keep to with each workload, beside the baseline and its peers, and what it does. */
export function workloadThresholds({
  peers,
  results,
  peaks,
}: Pick<Measurements, "peers" | "results" | "peaks">): Threshold[] {
  const ofGateway = (workload: Workload) => results.of(workload.name, gatewayFor(workload).name);
  const cpuBeside = (workload: Workload, server: Server) =>
    ratio(ofGateway(workload), results.of(workload.name, server.name));

  const beside = (server: Server, workload: Workload, most: number, aim?: string): Threshold =>
    atMost(most, cpuBeside(workload, server), `${workload.title}: CPU beside ${server.title}`, aim);

  const besideMercurius = (workload: Workload) => beside(mercurius, workload, 1.2, "< 1 ×");

  const belowPeers = (workload: Workload, { but, aim }: { but?: Server; aim?: string } = {}): Threshold => {
    const [nearest] = peers
      .filter((peer) => peer !== but && peer.supports.includes(workload.kind))
      .map((peer) => ({ title: peer.title, share: cpuBeside(workload, peer) }))
      .toSorted((a, b) => b.share - a.share);
    return {
      what: `${workload.title}: CPU beside the nearest peer${but ? ` but ${but.title}` : ""}`,
      allowed: `< 1 ×${aim ? `, aim ${aim}` : ""}`,
      measured: nearest ? `${times(nearest.share)} (${nearest.title})` : "no peer",
      isMet: nearest !== undefined && nearest.share < 1,
    };
  };

  const calls = (workload: Workload, allowed: number): Threshold => {
    const measured = summarise(ofGateway(workload)).calls;
    return {
      what: `${workload.title}: calls to IMM`,
      allowed: String(allowed),
      measured: String(Number(measured.toPrecision(6))),
      isMet: measured === allowed,
    };
  };

  const allConcurrent = (workload: Workload, peak: number): Threshold => ({
    what: `${workload.title}: peak concurrency`,
    allowed: `${workload.datasetCount} in flight at once`,
    measured: String(peak),
    isMet: peak === workload.datasetCount,
  });

  return [
    beside(baseline, createDataset, 2.7, "1.5 ×"),
    besideMercurius(createDataset),
    belowPeers(createDataset, { but: mercurius }),
    besideMercurius(dataset),
    besideMercurius(page10),
    beside(baseline, page200, 2.2, "1.5 ×"),
    belowPeers(page200),
    calls(aliases, 1),
    belowPeers(aliases, { aim: "0.5 × Mercurius" }),
    calls(datasets, 50),
    allConcurrent(datasets, peaks.datasets),
    belowPeers(datasets),
    calls(entities, 100),
    allConcurrent(entities, peaks.entities),
    belowPeers(entities),
    beside(baseline, pageOfFiles, 2.2),
    besideMercurius(pageOfFiles),
  ];
}
