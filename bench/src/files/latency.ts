import { rm } from "node:fs/promises";
import { createHistogram, type RecordableHistogram } from "node:perf_hooks";
import { repeat } from "../measure/load.ts";
import type { Plan } from "../plan.ts";
import { makeFolder, startLocalService, type LocalService } from "./local-service.ts";
import { writePictures } from "./pictures.ts";

/** How long GetDataset takes, in milliseconds: while nothing is indexed, and while pictures are. */
export interface Latency {
  readonly idle: Percentiles;
  readonly indexing: Percentiles;
}

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

const senders = 8;
const sliceMs = 100;

/** Asks for a dataset while the local IMM indexes some pictures and while it doesn't, in turn, for as long each time. */
export async function measureLatency({ latencyPictures, latencyRounds }: Plan): Promise<Latency> {
  const folder = await makeFolder();
  try {
    const keys = await writePictures(folder, latencyPictures);
    await using service = await startLocalService({ pictures: folder });
    await service.call("CreateDataset", { DatasetName: "photos", TemplateId: "Official:ImageManagement" });
    const indexing = createHistogram();
    const idle = createHistogram();
    // The first round brings the libraries into memory.
    await askWhileIndexing(service, keys, createHistogram());
    for (let round = 1; round <= latencyRounds; round++) {
      console.error(`requests while indexing: round ${round} of ${latencyRounds}`);
      const ms = await askWhileIndexing(service, keys, indexing);
      idle.add((await repeat({ ms, senders }, ask(service))).times);
    }
    return { idle: percentilesOf(idle), indexing: percentilesOf(indexing) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function askWhileIndexing(
  service: LocalService,
  keys: readonly string[],
  times: RecordableHistogram,
): Promise<number> {
  await service.index("photos", "pictures", keys);
  const began = performance.now();
  const settled = service.settled();
  // Undefined until it has settled.
  const indexed = () => Promise.race([settled, undefined]);
  while ((await indexed()) === undefined) {
    times.add((await repeat({ ms: sliceMs, senders }, ask(service))).times);
  }
  return performance.now() - began;
}

const ask =
  ({ call }: LocalService) =>
  async () =>
    void (await call("GetDataset", { DatasetName: "photos" }));

const percentilesOf = (times: RecordableHistogram): Percentiles => ({
  p50: times.percentile(50) / 1e6,
  p99: times.percentile(99) / 1e6,
});
