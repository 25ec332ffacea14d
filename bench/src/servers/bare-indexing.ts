import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { createFiles, detectType, exif, migrations, mime, ossMeta } from "../files/local-modules.ts";

// What indexing a folder of pictures costs by itself: a loop that reads each file once, lets the same operators look at its
// bytes, and stores what they find by the same statements, 50 files a transaction. No calls, no queue, no second process.

const { DIR, FOLDER, KEYS } = process.env as { DIR: string; FOLDER: string; KEYS: string };
const warm = Number(process.env["WARM"]);
const batchSize = 50;
// As the local IMM does: sharp has threads of its own, and one file after the other would cost more CPU.
const atOnce = 4;
const keys = JSON.parse(readFileSync(KEYS, "utf8")) as string[];

const db = new DatabaseSync(join(DIR, "imm.db"), { readBigInts: true });
db.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
for (const step of migrations) db.exec(step);
db.exec(`
  INSERT INTO Project VALUES ('bench', '', '', '', 0, 0, 1000000000, 10, 1, 1, 1, 1, 0, '[]');
  INSERT INTO Dataset VALUES (1, 'bench', 'photos', '', 'Official:ImageManagement', 0, 0, 10, 1, 1, 1, 1, 0, 0);
`);
const files = createFiles(db);

interface Stored {
  readonly key: string;
  readonly size: bigint;
  /** All that is found in it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

async function read(key: string): Promise<Omit<Stored, "key">> {
  const path = join(FOLDER, key);
  const { size, mtimeNs, ino } = statSync(path, { bigint: true });
  const bytes = readFileSync(path);
  const file = {
    ...{ key, path, size: Number(size), stamp: { size, mtimeNs, inode: ino } },
    whole: () => bytes,
    read: (position: number, length: number) => bytes.subarray(position, position + length),
    async *chunks() {
      yield bytes;
    },
    hasChanged: () => false,
    [Symbol.dispose]() {},
  };
  const contentType = await detectType(file);
  const fields: Record<string, unknown> = {};
  for (const operator of [ossMeta, mime, exif]) {
    Object.assign(fields, (await operator.run({ file, contentType })).fields);
  }
  return { size, fields: { ...fields, Size: Number(size) } };
}

function store(batch: readonly Stored[]) {
  const time = BigInt(Date.now()) * 1_000_000n;
  db.exec("BEGIN IMMEDIATE");
  for (const { key, size, fields } of batch) {
    files.save({
      ...{ DatasetId: 1n, URI: `oss://photos/${key}`, ObjectStatus: "Indexed", Size: size },
      ...{ CreateTime: time, UpdateTime: time, Document: JSON.stringify(fields), Given: "{}" },
      ...{ fields, Text: null, ImageHash: null },
    });
  }
  db.exec("COMMIT");
}

async function index(some: readonly string[]): Promise<void> {
  for (let first = 0; first < some.length; first += batchSize) {
    const batch: Stored[] = [];
    const left = some.slice(first, first + batchSize);
    const readAll = async () => {
      for (let key = left.shift(); key !== undefined; key = left.shift()) {
        batch.push({ key, ...(await read(key)) });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, readAll));
    store(batch);
  }
}

// As many as the local IMM begins with; they are stored once more afterwards, as other files.
await index(keys.slice(0, warm));
db.exec("DELETE FROM File");
const began = performance.now();
const before = process.cpuUsage();
await index(keys);
const { user, system } = process.cpuUsage(before);
const ms = performance.now() - began;
const { count } = db.prepare("SELECT FileCount AS count FROM Dataset").get() as { count: bigint };
if (count !== BigInt(keys.length)) throw new Error(`${count} of ${keys.length} files are indexed.`);
console.log(JSON.stringify({ throughput: (keys.length / ms) * 1_000, cpu: (user + system) / keys.length }));
