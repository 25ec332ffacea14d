import { summarise, type Results } from "../measure/rounds.ts";
import type { Server } from "../servers.ts";
import { pages, pageSizes } from "../workloads.ts";
import { plot } from "./plot.ts";

/** What pages of growing size cost one server. */
export interface Growth {
  readonly server: Server;
  /** Microseconds of CPU for a page of so many datasets. */
  readonly costs: readonly (readonly [size: number, cpu: number])[];
  /** Microseconds that one more dataset costs in a page of 10 to 100, and in one of 100 to 200. */
  readonly near: number;
  readonly far: number;
}

/** What each server that does pages pays for them. */
export function growthOf(results: Results, servers: readonly Server[]): Growth[] {
  return servers
    .filter(({ supports }) => supports.includes("call"))
    .map((server) => {
      const costs = pages.map(
        ({ name }, index) => [pageSizes[index]!, summarise(results.of(name, server.name)).cpu] as const,
      );
      return { server, costs, near: perDataset(costs, 10, 100), far: perDataset(costs, 100, 200) };
    });
}

/** What one more costs, from one size to another. */
export function perDataset(costs: Growth["costs"], from: number, to: number): number {
  const costOf = new Map(costs);
  return (costOf.get(to)! - costOf.get(from)!) / (to - from);
}

/** The growth of all as a picture. */
export const growthPlot = (growth: readonly Growth[]) =>
  plot({
    title: "CPU of a page by its size",
    x: "datasets in the page",
    y: "CPU a request, ms",
    lines: growth.map(({ server, costs }) => ({
      title: server.title,
      isMain: server.name === "gateway",
      points: costs.map(([size, cpu]) => [size, cpu / 1_000] as const),
    })),
  });
