import type { Bar } from "./thresholds.ts";
import type { Database } from "../measure/local-imm.ts";
import type { Machine } from "./machine.ts";
import type { Measurements } from "../measurements.ts";
import { megabytes, show, times } from "./format.ts";
import { allOwners, shareOfOthers } from "../measure/profile.ts";
import { ratio, summarise } from "../measure/rounds.ts";
import { limit } from "../servers.ts";
import { table } from "./table.ts";
import { nothing, pageSizes, works, type Work } from "../workloads.ts";

/** What a run says, as Markdown. */
export function report(machine: Machine, measured: Measurements, bars: readonly Bar[]): string {
  return [
    about(machine),
    "### Bars",
    barTable(bars),
    ...works.flatMap((work) => [`### ${capital(work.title)}`, workTable(work, measured)]),
    "### Growth",
    "CPU of a page in µs by its size, and what one more dataset in it costs:",
    growthTable(measured),
    "![CPU of a page by its size](growth.svg)",
    "### Where the gateway's time goes",
    "µs of its main thread for a request, as a profile tells, which takes some of it itself; and how many times what the limit takes would be left if the gateway's own code took nothing:",
    profileTable(measured),
    "### Memory of the gateway",
    "The heap after so many requests, garbage collected:",
    memoryTable(measured),
    "### Start",
    startTable(measured),
    "### Local IMM",
    localTable(measured),
  ].join("\n\n");
}

const capital = (text: string) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

const about = ({ date, commit, cpu, memory, system, node, gateway, peers }: Machine) =>
  [
    `Measured ${date} at commit ${commit}, on ${cpu}, ${memory}, ${system}, Node ${node}.`,
    `The gateway has ${gateway.join(", ")}. What it is measured beside has ${peers.join(", ")}.`,
  ].join("\n\n");

const barTable = (bars: readonly Bar[]) =>
  table(
    ["bar", "allowed", "measured", "is"],
    bars.map(({ what, allowed, measured, isMet }) => [what, allowed, measured, isMet ? "met" : "missed"]),
    "left",
  );

function workTable(work: Work, { servers, results }: Measurements): string {
  const ofLimit = results.of(work.name, "limit");
  const ofGateway = results.of(work.name, "gateway");
  const rows = servers.flatMap(({ name, title }) => {
    const figures = results.of(work.name, name);
    if (figures.length === 0) return [];
    const { cpu, throughput, p50, p99, memory, calls } = summarise(figures);
    const beside = (others: typeof figures) => (others.length > 0 ? times(ratio(figures, others)) : "–");
    return [
      [
        title,
        show(cpu),
        beside(ofLimit),
        beside(ofGateway),
        show(throughput),
        show(p50),
        show(p99),
        megabytes(memory),
        show(calls),
      ],
    ];
  });
  return table(
    ["", "CPU, µs", "the limit's", "the gateway's", "a second", "p50, ms", "p99, ms", "memory, MB", "calls"],
    rows,
  );
}

const growthTable = ({ growth }: Measurements) =>
  table(
    ["", ...pageSizes.map(String), "10 to 100", "100 to 200"],
    growth.map(({ server, costs, near, far }) => [
      server.title,
      ...costs.map(([, cpu]) => show(cpu)),
      show(near),
      show(far),
    ]),
  );

function profileTable({ profiles, results }: Measurements): string {
  const rows = allOwners.map((owner) => [
    owner,
    ...[...profiles.values()].map((spent) => show(spent.get(owner) ?? 0)),
  ]);
  const floors = [...profiles].map(([{ name }, spent]) =>
    times(ratio(results.of(name, "gateway"), results.of(name, "limit")) * shareOfOthers(spent)),
  );
  return table(
    ["", ...[...profiles.keys()].map(({ title }) => title)],
    [...rows, ["all but its own code, beside the limit", ...floors]],
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
      ["this gateway", show(start.gateway)],
      ["a bare Yoga server", show(start.bareYoga)],
    ],
  );

function localTable({ localImm: { wire, sql } }: Measurements): string {
  const row = (title: string, { create, get, page, memory }: Database) => [
    title,
    ...[create, get, page].flatMap(({ throughput, cpu }) => [show(throughput), show(cpu)]),
    megabytes(memory),
  ];
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

/** What the README says of it: the gateway between the limit and the best peer. */
export function shortReport({ date }: Machine, { results, peers }: Measurements): string {
  const rows = works
    .filter((work) => work !== nothing && work.kind !== "entities")
    .map((work) => {
      const of = (server: string) => summarise(results.of(work.name, server));
      const [best] = peers
        .filter(({ does }) => does.includes(work.kind))
        .map(({ name, title }) => ({ title, cpu: of(name).cpu }))
        .toSorted((a, b) => a.cpu - b.cpu);
      return [
        work.title,
        limit.does.includes(work.kind) ? show(of("limit").cpu) : "–",
        show(of("gateway").cpu),
        best ? `${show(best.cpu)} (${best.title})` : "–",
        show(of("gateway").calls),
      ];
    });
  const header = ["CPU a request, µs", "the limit", "this gateway", "the best peer", "calls to IMM"];
  return `${table(header, rows)}\n\nMeasured ${date}.`;
}
