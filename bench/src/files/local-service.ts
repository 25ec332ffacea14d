import { mkdtemp, rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startMeasured, type MeasuredProcess } from "../measure/process.ts";
import { connectSigned } from "../measure/signed-client.ts";
import { root } from "../root.ts";

/** A local IMM with a project `bench`, which is called as IMM is. */
export interface LocalService extends AsyncDisposable {
  readonly process: MeasuredProcess;
  call(action: string, query: Record<string, string>): Promise<string>;
  /** Calls for files of a bucket to be indexed, a hundred at a time. */
  index(dataset: string, bucket: string, keys: readonly string[]): Promise<void>;
  /** Scans what is bound, and waits until that and what was called for is indexed; how many files were, since the start. */
  settled(): Promise<number>;
  /** Waits until so many files were indexed, since the start. */
  indexed(count: number): Promise<void>;
}

const pollMs = 20;

interface Counts {
  readonly indexed: number;
  readonly failed: number;
}

/**
 * Starts one whose data folder is beside the built files: folders for what is temporary may be in memory.
 *
 * @param buckets Folders that are buckets, by their names.
 */
export async function startLocalService(buckets: Record<string, string>): Promise<LocalService> {
  const dir = await makeFolder();
  const process = await startMeasured(new URL("../servers/local-imm.js", import.meta.url), {
    DIR: dir,
    BUCKETS: JSON.stringify(buckets),
  });
  const calls = connectSigned(process.url, { id: "local", secret: "local-secret" });
  const call = async (action: string, query: Record<string, string>) => {
    const { status, text } = await calls.call(action, { ProjectName: "bench", ...query });
    if (status !== 200) throw new Error(`The local IMM refused ${action}: ${text.slice(0, 500)}`);
    return text;
  };
  await call("CreateProject", {});
  return {
    process,
    call,
    async index(DatasetName, bucket, keys) {
      for (let first = 0; first < keys.length; first += 100) {
        const files = keys.slice(first, first + 100).map((key) => ({ URI: `oss://${bucket}/${key}` }));
        await call("BatchIndexFileMeta", { DatasetName, Files: JSON.stringify(files) });
      }
    },
    async indexed(count) {
      for (let counts: Counts | undefined; (counts?.indexed ?? 0) < count; await setTimeout(pollMs)) {
        counts = await process.ask<Counts>("counts");
        if (counts.failed > 0) throw new Error(`${counts.failed} files couldn't be indexed.`);
      }
    },
    async settled() {
      const { indexed, failed } = await process.ask<Counts>("settled");
      if (failed > 0) throw new Error(`${failed} files couldn't be indexed.`);
      return indexed;
    },
    async [Symbol.asyncDispose]() {
      await calls[Symbol.asyncDispose]();
      await process[Symbol.asyncDispose]();
      await rm(dir, { recursive: true });
    },
  };
}

/** A new folder on a real disk, where there is one. */
export const makeFolder = () => mkdtemp(fileURLToPath(new URL("bench/dist/files-", root)));
