import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Plan } from "../plan.ts";
import { root } from "../root.ts";
import { repeat } from "./load.ts";
import { environment, startMeasured } from "./process.ts";
import { connectSigned, type SignedCalls } from "./signed-client.ts";
import { median } from "./statistics.ts";

/** What one kind of operation costs. */
export interface Cost {
  /** A second. */
  readonly throughput: number;
  /** Microseconds of the process that has the database. */
  readonly cpu: number;
}

/** How a database fares: one dataset created, one read, a page of 200 read. */
export interface Database {
  readonly create: Cost;
  readonly get: Cost;
  readonly page: Cost;
  /** Resident bytes behind it. */
  readonly memory: number;
}

/** The local IMM through its wire, and the same SQL by hand, round by round. */
export interface LocalImm {
  readonly wire: readonly Database[];
  readonly sql: readonly Database[];
}

/** Lets both in turn do the same, each time with a database of its own. */
export async function measureLocalImm({ localRounds, localMs }: Plan): Promise<LocalImm> {
  const wire: Database[] = [];
  const sql: Database[] = [];
  for (let round = 1; round <= localRounds; round++) {
    console.error(`local IMM: round ${round} of ${localRounds}`);
    wire.push(await inFolder((folder) => throughWire(folder, localMs)));
    sql.push(await inFolder((folder) => byHand(folder, localMs)));
  }
  return { wire, sql };
}

/** Beside the built files: folders for what is temporary may be in memory, where nothing is durable. */
async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(fileURLToPath(new URL("bench/dist/local-imm-", root)));
  try {
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function throughWire(folder: string, ms: number): Promise<Database> {
  await using server = await startMeasured(new URL("../servers/local-imm.js", import.meta.url), {
    DIR: folder,
  });
  await using calls = connectSigned(server.url, { id: "local", secret: "local-secret" });
  const measure = async (query: (n: number) => [action: string, query: Record<string, string>]) => {
    const send = async (n: number) => void (await callOrThrow(calls, ...query(n)));
    const warm = await repeat({ ms: ms / 3, senders: 8 }, send);
    const before = await server.usage();
    const { count, ms: took } = await repeat({ ms, senders: 8 }, (n) => send(warm.count + n));
    const { cpu } = await server.usage();
    return {
      done: warm.count + count,
      cost: { throughput: (count / took) * 1_000, cpu: (cpu - before.cpu) / count },
    };
  };

  await callOrThrow(calls, "CreateProject", { ProjectName: "bench", ProjectMaxDatasetCount: "1000000000" });
  const create = await measure((n) => ["CreateDataset", { ...dataset, DatasetName: nameOf(n) }]);
  const get = await measure((n) => [
    "GetDataset",
    { ProjectName: "bench", DatasetName: nameOf((n * 7919) % create.done) },
  ]);
  const list = { ProjectName: "bench", MaxResults: "200" };
  const { Datasets } = JSON.parse(await callOrThrow(calls, "ListDatasets", list)) as { Datasets: unknown[] };
  if (Datasets.length !== Math.min(200, create.done)) throw new Error("A page isn't full.");
  const page = await measure(() => ["ListDatasets", list]);
  const { memory } = await server.usage();
  return { create: create.cost, get: get.cost, page: page.cost, memory };
}

const nameOf = (n: number) => `dataset-${String(n).padStart(7, "0")}`;
const dataset = {
  ProjectName: "bench",
  Description: "Photos of the atlas, as they were taken",
  TemplateId: "Official:ImageManagement",
  DatasetMaxBindCount: "10",
  DatasetMaxFileCount: "100000000",
  DatasetMaxEntityCount: "10000000000",
  DatasetMaxRelationCount: "100000000000",
  DatasetMaxTotalFileSize: "90000000000000000",
};

async function callOrThrow(
  { call }: SignedCalls,
  action: string,
  query: Record<string, string>,
): Promise<string> {
  const { status, text } = await call(action, query);
  if (status !== 200) throw new Error(`The local IMM refused ${action}: ${text.slice(0, 500)}`);
  return text;
}

async function byHand(folder: string, ms: number): Promise<Database> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [fileURLToPath(new URL("../servers/sql.js", import.meta.url))],
    { env: environment({ DIR: folder, WORK_MS: String(ms) }) },
  );
  return JSON.parse(stdout) as Database;
}

/** The rounds as one: the median of each figure. */
export function medianOf(databases: readonly Database[]): Database {
  const cost = (name: "create" | "get" | "page"): Cost => ({
    throughput: median(databases.map((database) => database[name].throughput)),
    cpu: median(databases.map((database) => database[name].cpu)),
  });
  return {
    create: cost("create"),
    get: cost("get"),
    page: cost("page"),
    memory: median(databases.map(({ memory }) => memory)),
  };
}
