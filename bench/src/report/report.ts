import { medianOf, type Database } from "../measure/local-imm.ts";
import { allOwners, shareOfOthers } from "../measure/profile.ts";
import { fileWorkloads, pageOfFiles } from "../files/workloads.ts";
import { ratio, summarise } from "../measure/rounds.ts";
import type { Measurements } from "../measurements.ts";
import type { Queries } from "../queries/queries.ts";
import { baseline, gatewayFor } from "../servers.ts";
import { nothing, pageSizes, workloads, type Workload } from "../workloads.ts";
import { fileTables } from "./file-tables.ts";
import { formatNumber, megabytes, times } from "./format.ts";
import type { Machine } from "./machine.ts";
import { queryTables } from "./query-tables.ts";
import { table } from "./table.ts";
import type { Threshold } from "./thresholds/thresholds.ts";

/** What a run says, as Markdown. */
export function report(machine: Machine, measured: Measurements, thresholds: readonly Threshold[]): string {
  return [
    about(machine),
    "### Thresholds",
    thresholdTable(thresholds),
    ...workloads.flatMap((workload) => [`### ${capital(workload.title)}`, workloadTable(workload, measured)]),
    "### Growth",
    "CPU of a page in µs by its size, and what one more dataset in it costs:",
    growthTable(measured),
    "![CPU of a page by its size](growth.svg)",
    "### Where the gateway's time goes",
    "µs of its main thread for a request, as a profile tells, which takes some of it itself; and how many times what the baseline takes would be left if the gateway's own code took nothing:",
    profileTable(measured),
    "### Memory of the gateway",
    "The heap after so many requests, garbage collected:",
    memoryTable(measured),
    "### Start",
    startTable(measured),
    "### Local IMM",
    localTable(measured),
    "### Files",
    ...fileTables(measured.files),
    ...fileWorkloads.flatMap((workload) => [
      `${capital(workload.title)}:`,
      workloadTable(workload, measured),
    ]),
    "### Queries",
    ...queryTables(measured.queries),
  ].join("\n\n");
}

const capital = (text: string) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

const about = ({ date, commit, cpu, memory, system, node, gateway, peers }: Machine) =>
  [
    `Measured ${date} at commit ${commit}, on ${cpu}, ${memory}, ${system}, Node ${node}.`,
    `The gateway has ${gateway.join(", ")}. What it is measured beside has ${peers.join(", ")}.`,
  ].join("\n\n");

/** What is said of queries, if nothing else was measured. */
export function queryReport(queries: readonly Queries[], thresholds: readonly Threshold[]): string {
  return [thresholdTable(thresholds), ...queryTables(queries)].join("\n\n");
}

const thresholdTable = (thresholds: readonly Threshold[]) =>
  table(
    ["threshold", "allowed", "measured", "is"],
    thresholds.map(({ what, allowed, measured, isMet }) => [
      what,
      allowed,
      measured,
      isMet ? "met" : "missed",
    ]),
    "left",
  );

function workloadTable(workload: Workload, { servers, results }: Measurements): string {
  const ofBaseline = results.of(workload.name, "baseline");
  const ofGateway = results.of(workload.name, gatewayFor(workload).name);
  const rows = servers.flatMap(({ name, title }) => {
    const figures = results.of(workload.name, name);
    if (figures.length === 0) return [];
    const { cpu, throughput, p50, p99, memory, calls } = summarise(figures);
    const beside = (others: typeof figures) => (others.length > 0 ? times(ratio(figures, others)) : "–");
    return [
      [
        title,
        formatNumber(cpu),
        beside(ofBaseline),
        beside(ofGateway),
        formatNumber(throughput),
        formatNumber(p50),
        formatNumber(p99),
        megabytes(memory),
        formatNumber(calls),
      ],
    ];
  });
  return table(
    [
      "",
      "CPU, µs",
      "the baseline's",
      "the gateway's",
      "a second",
      "p50, ms",
      "p99, ms",
      "memory, MB",
      "calls",
    ],
    rows,
  );
}

const growthTable = ({ growth }: Measurements) =>
  table(
    ["", ...pageSizes.map(String), "10 to 100", "100 to 200"],
    growth.map(({ server, costs, near, far }) => [
      server.title,
      ...costs.map(([, cpu]) => formatNumber(cpu)),
      formatNumber(near),
      formatNumber(far),
    ]),
  );

function profileTable({ profiles, results }: Measurements): string {
  const rows = allOwners.map((owner) => [
    owner,
    ...[...profiles.values()].map((spent) => formatNumber(spent.get(owner) ?? 0)),
  ]);
  const floors = [...profiles].map(([{ name }, spent]) =>
    times(ratio(results.of(name, "gateway"), results.of(name, "baseline")) * shareOfOthers(spent)),
  );
  return table(
    ["", ...[...profiles.keys()].map(({ title }) => title)],
    [...rows, ["all but its own code, beside the baseline", ...floors]],
  );
}

const memoryTable = ({ memory: { heaps } }: Measurements) =>
  table(
    ["requests", ...heaps.map(([requests]) => requests.toLocaleString("en"))],
    [["heap, MB", ...heaps.map(([, heap]) => megabytes(heap))]],
  );

const startTable = ({ start }: Measurements) =>
  table(
    ["", "spawn to first answer, ms"],
    [
      ["this gateway", formatNumber(start.gateway)],
      ["a bare Yoga server", formatNumber(start.bareYoga)],
    ],
  );

function localTable({ localImm: { wire, sql } }: Measurements): string {
  const row = (title: string, rounds: readonly Database[]) => {
    const { create, get, page, memory } = medianOf(rounds);
    const costs = [create, get, page].flatMap(({ throughput, cpu }) => [throughput, cpu]);
    return [title, ...costs.map(formatNumber), megabytes(memory)];
  };
  return table(
    [
      "",
      "creates a second",
      "CPU, µs",
      "reads a second",
      "CPU, µs",
      "pages of 200 a second",
      "CPU, µs",
      "memory, MB",
    ],
    [row("local IMM, through its wire", wire), row("the same SQL by hand", sql)],
  );
}

/** What the README says of it: the gateway between the baseline and the best peer. */
export function shortReport({ date }: Machine, { results, peers }: Measurements): string {
  const rows = [...workloads, pageOfFiles]
    .filter((workload) => workload !== nothing)
    .map((workload) => {
      const of = (server: string) => summarise(results.of(workload.name, server));
      const ours = of(gatewayFor(workload).name);
      const [best] = peers
        .filter(({ supports }) => supports.includes(workload.kind))
        .map(({ name, title }) => ({ title, cpu: of(name).cpu }))
        .toSorted((a, b) => a.cpu - b.cpu);
      return [
        workload.title,
        baseline.supports.includes(workload.kind) ? formatNumber(of("baseline").cpu) : "–",
        formatNumber(ours.cpu),
        best ? `${formatNumber(best.cpu)} (${best.title})` : "–",
        formatNumber(ours.calls),
      ];
    });
  const header = ["CPU a request, µs", "the baseline", "this gateway", "the best peer", "calls to IMM"];
  return `${table(header, rows)}\n\nMeasured ${date}.`;
}
