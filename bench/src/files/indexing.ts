import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Cost } from "../measure/local-imm.ts";
import { environment } from "../measure/process.ts";
import { usageOfTree } from "../measure/process-tree.ts";
import { median } from "../measure/statistics.ts";
import type { Plan } from "../plan.ts";
import { makeFolder, startLocalService, type LocalService } from "./local-service.ts";
import { writePictures } from "./pictures.ts";

/** What a file costs that is indexed, in each round: files a second, and the CPU of all processes. */
export interface Indexing {
  readonly calls: readonly Cost[];
  readonly binding: readonly Cost[];
  /** The same libraries and the same SQL in a loop. */
  readonly bare: readonly Cost[];
}

/** How many times the CPU of the bare loop: the median of what each round says. */
export function besideBare(indexing: Indexing, kind: keyof Indexing): number {
  return median(indexing[kind].map(({ cpu }, round) => cpu / indexing.bare[round]!.cpu));
}

// So many first, so that all libraries are loaded.
const warm = 200;

/** Indexes the same pictures by calls, by a binding and in a bare loop, in turn, each time into a new database. */
export async function measureIndexing({ pictures, indexingRounds }: Plan): Promise<Indexing> {
  const folder = await makeFolder();
  try {
    console.error(`indexing: writing ${pictures} pictures`);
    const keys = await writePictures(folder, pictures);
    const rounds = { calls: [] as Cost[], binding: [] as Cost[], bare: [] as Cost[] };
    for (let round = 1; round <= indexingRounds; round++) {
      console.error(`indexing: round ${round} of ${indexingRounds}`);
      rounds.calls.push(
        await throughLocalImm(folder, keys, (service) => service.index("photos", "pictures", keys)),
      );
      rounds.binding.push(
        await throughLocalImm(folder, keys, async (service) => {
          await service.call("CreateBinding", { DatasetName: "photos", URI: "oss://pictures" });
        }),
      );
      rounds.bare.push(await bareLoop(folder, keys));
    }
    return rounds;
  } finally {
    await rm(folder, { recursive: true });
  }
}

const TemplateId = "Official:ImageManagement";

async function throughLocalImm(
  folder: string,
  keys: readonly string[],
  begin: (service: LocalService) => Promise<void>,
): Promise<Cost> {
  await using service = await startLocalService({ pictures: folder });
  await service.call("CreateDataset", { DatasetName: "warm", TemplateId });
  await service.call("CreateDataset", { DatasetName: "photos", TemplateId });
  await service.index("warm", "pictures", keys.slice(0, warm));
  await service.settled();
  const before = usageOfTree(service.process.pid);
  const began = performance.now();
  await begin(service);
  await service.indexed(warm + keys.length);
  const ms = performance.now() - began;
  const { cpu } = usageOfTree(service.process.pid);
  const indexed = await service.settled();
  if (indexed !== warm + keys.length) throw new Error(`${indexed} files were indexed, not ${keys.length}.`);
  return { throughput: (keys.length / ms) * 1_000, cpu: (cpu - before.cpu) / keys.length };
}

async function bareLoop(folder: string, keys: readonly string[]): Promise<Cost> {
  const dir = await makeFolder();
  try {
    const list = join(dir, "keys.json");
    await writeFile(list, JSON.stringify(keys));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [fileURLToPath(new URL("../servers/bare-indexing.js", import.meta.url))],
      { env: environment({ DIR: dir, FOLDER: folder, KEYS: list, WARM: String(warm) }) },
    );
    return JSON.parse(stdout) as Cost;
  } finally {
    await rm(dir, { recursive: true });
  }
}
