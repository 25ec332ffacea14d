import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { root } from "../root.ts";

// What the local IMM asks of its tables, by hand and with nothing around it: one INSERT a transaction, one SELECT, a
// page. Does each for some time, and prints what that took.

const { migrations } = (await import(
  new URL("dist/local-imm/store/migrations/migrations.js", root).href
)) as typeof import("../../../dist/local-imm/store/migrations/migrations.js");

const ms = Number(process.env["WORK_MS"]);
const db = new DatabaseSync(join(process.env["DIR"]!, "imm.db"), { readBigInts: true });
db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
for (const step of migrations) db.exec(step);
db.exec("INSERT INTO Project VALUES ('bench', '', '', '', 0, 0, 1000000000, 10, 1, 1, 1, 1, 0, '[]')");

const insert = db.prepare(`
  INSERT INTO Dataset (
    ProjectName, DatasetName, Description, TemplateId, CreateTime, UpdateTime, DatasetMaxBindCount,
    DatasetMaxFileCount, DatasetMaxEntityCount, DatasetMaxRelationCount, DatasetMaxTotalFileSize
  ) VALUES ('bench', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
`);
const find = db.prepare("SELECT * FROM Dataset WHERE ProjectName = 'bench' AND DatasetName = ?");
const list = db.prepare(
  "SELECT * FROM Dataset WHERE ProjectName = 'bench' AND DatasetName > ? ORDER BY DatasetName LIMIT 200",
);

/** Does one operation for some time; what came before the last part of it warms up. */
function repeat(run: (n: number) => void) {
  let n = 0;
  const until = (end: number) => {
    while (performance.now() < end) run(n++);
  };
  until(performance.now() + ms / 3);
  const warm = n;
  const began = performance.now();
  const before = process.cpuUsage();
  until(began + ms);
  const { user, system } = process.cpuUsage(before);
  const count = n - warm;
  return { done: n, throughput: (count / (performance.now() - began)) * 1_000, cpu: (user + system) / count };
}

const description = "Photos of the atlas, as they were taken";
const nameOf = (n: number) => `dataset-${String(n).padStart(7, "0")}`;
const create = repeat((n) => {
  const time = BigInt(Date.now()) * 1_000_000n;
  insert.run(
    nameOf(n),
    description,
    "Official:ImageManagement",
    time,
    time,
    10n,
    100_000_000n,
    10_000_000_000n,
    100_000_000_000n,
    90_000_000_000_000_000n,
  );
});
const get = repeat((n) => {
  if (!find.get(nameOf((n * 7919) % create.done))) throw new Error("A dataset is missing.");
});
const page = repeat(() => {
  if (list.all("").length !== Math.min(200, create.done)) throw new Error("A page isn't full.");
});
console.log(JSON.stringify({ create, get, page, memory: process.memoryUsage.rss() }));
