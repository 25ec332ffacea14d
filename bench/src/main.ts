import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { measureLocalFiles } from "./files/files.ts";
import { fileWorkloads } from "./files/workloads.ts";
import { measureLocalImm } from "./measure/local-imm.ts";
import { watchMemory } from "./measure/memory.ts";
import { measurePeakConcurrency } from "./measure/peak-concurrency.ts";
import { startMeasured } from "./measure/process.ts";
import { profile } from "./measure/profile.ts";
import { measureRounds } from "./measure/rounds.ts";
import { measureStart } from "./measure/startup-time.ts";
import type { Measurements } from "./measurements.ts";
import { planOf, type Plan } from "./plan.ts";
import { measureQueries } from "./queries/queries.ts";
import { growthOf, growthPlot } from "./report/growth.ts";
import { describeMachine } from "./report/machine.ts";
import { replaceSection } from "./report/replace-section.ts";
import { queryReport, report, shortReport } from "./report/report.ts";
import { checkThresholds } from "./report/thresholds/thresholds.ts";
import { queryThresholds } from "./report/thresholds/query-thresholds.ts";
import { root } from "./root.ts";
import { gateway, peers, servers, subgraph } from "./servers.ts";
import { aliases, createDataset, dataset, datasets, entities, nothing, page200, pages } from "./workloads.ts";

const flag = { type: "boolean", default: false } as const;
const { values } = parseArgs({ options: { quick: flag, million: flag, queries: flag } });

async function measure(plan: Plan): Promise<Measurements> {
  const imm = await startMeasured(new URL("servers/fake-imm.js", import.meta.url));
  const start = await measureStart(imm.url, plan.starts);
  const peaks = {
    datasets: await measurePeakConcurrency(datasets, gateway),
    entities: await measurePeakConcurrency(entities, subgraph),
  };
  const localImm = await measureLocalImm(plan);
  const files = await measureLocalFiles(plan);
  const queries = await measureQueries(plan);

  const running = await Promise.all(
    servers.map(async (server) => ({ server, process: await server.start(imm.url) })),
  );
  const workloads = [
    nothing,
    createDataset,
    dataset,
    ...pages,
    aliases,
    datasets,
    entities,
    ...fileWorkloads,
  ];
  const results = await measureRounds({ workloads, running, imm }, plan);
  const { process: warm } = running.find(({ server }) => server === gateway)!;
  const profiles = new Map([
    [createDataset, await profile(warm, createDataset, plan.profileMs)],
    [page200, await profile(warm, page200, plan.profileMs)],
  ]);
  const memory = await watchMemory(warm, plan.memoryRequests);
  const growth = growthOf(results, servers);
  return { servers, peers, results, growth, profiles, peaks, memory, start, localImm, files, queries };
}

async function write(path: string, change: (text: string) => string): Promise<void> {
  const file = new URL(path, root);
  await writeFile(file, change(await readFile(file, "utf8")));
}

if (values.queries) {
  const queries = await measureQueries(planOf(values));
  const thresholds = queryThresholds(queries);
  console.log(queryReport(queries, thresholds));
  process.exit(thresholds.every(({ isMet }) => isMet) ? 0 : 1);
}

const began = performance.now();
const machine = describeMachine();
const measured = await measure(planOf(values));
const thresholds = checkThresholds(measured);
const text = report(machine, measured, thresholds);
console.log(text);
console.error(`measured for ${((performance.now() - began) / 1_000).toFixed(0)} s`);
if (!values.quick) {
  await writeFile(new URL("bench/growth.svg", root), growthPlot(measured.growth));
  await write("bench/README.md", (readme) => replaceSection(readme, text));
  await write("README.md", (readme) => replaceSection(readme, shortReport(machine, measured)));
}
// The servers end with the process that started them.
process.exit(thresholds.every(({ isMet }) => isMet) ? 0 : 1);
