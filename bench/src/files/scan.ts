import { rm } from "node:fs/promises";
import { usageOfTree } from "../measure/process-tree.ts";
import { median } from "../measure/statistics.ts";
import type { Plan } from "../plan.ts";
import { makeFolder, startLocalService } from "./local-service.ts";
import { writeSmallFiles } from "./pictures.ts";

/** A bucket of many files that is bound to a dataset without a template. */
export interface Scan {
  readonly files: number;
  readonly folders: number;
  /** Microseconds for a file, of a scan that finds nothing new. */
  readonly cpu: number;
  /** Resident bytes of all processes: before the bucket was bound, the most until all was indexed, and then. */
  readonly memory: { readonly before: number; readonly most: number; readonly after: number };
}

const scans = 5;
const warm = 1_000;

/** Binds a bucket, waits until everything in it is indexed, and scans it again. */
export async function measureScans({ scannedFiles }: Plan): Promise<readonly Scan[]> {
  const results: Scan[] = [];
  for (const files of scannedFiles) results.push(await measureScan(files));
  return results;
}

async function measureScan(files: number): Promise<Scan> {
  console.error(`scanning ${files} files`);
  const folder = await makeFolder();
  try {
    const keys = await writeSmallFiles(folder, files);
    await using service = await startLocalService({ small: folder });
    const { pid } = service.process;
    await service.call("CreateDataset", { DatasetName: "warm" });
    await service.call("CreateDataset", { DatasetName: "all" });
    // The process that reads files is there before memory is looked at.
    await service.index("warm", "small", keys.slice(0, warm));
    await service.settled();
    const memoryAtRest = async () => {
      await service.process.heap();
      return usageOfTree(pid).memory;
    };

    const before = await memoryAtRest();
    await service.call("CreateBinding", { DatasetName: "all", URI: "oss://small" });
    let most = before;
    const watching = setInterval(() => (most = Math.max(most, usageOfTree(pid).memory)), 200);
    const indexed = await service.settled().finally(() => clearInterval(watching));
    if (indexed !== warm + files) throw new Error(`${indexed} files were indexed, not ${files}.`);
    const after = await memoryAtRest();

    const cpus: number[] = [];
    for (let scan = 0; scan < scans; scan++) {
      const { cpu } = await service.process.usage();
      await service.settled();
      cpus.push(((await service.process.usage()).cpu - cpu) / files);
    }
    return { files, folders: files / 100, cpu: median(cpus), memory: { before, most, after } };
  } finally {
    await rm(folder, { recursive: true });
  }
}
