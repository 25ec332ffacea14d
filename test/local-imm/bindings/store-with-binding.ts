import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { defaultLimits, maxDatasets } from "../../../src/local-imm/params/limits.ts";
import type { StoredBinding } from "../../../src/local-imm/store/bindings.ts";
import { openStore, type Store } from "../../../src/local-imm/store/store.ts";

export interface StoreWithBinding extends Disposable {
  readonly store: Store;
  readonly binding: StoredBinding;
}

/** A store in a folder, with a dataset that the empty bucket `shots` is bound to. */
export function storeWithBinding(dir: string): StoreWithBinding {
  const store = openStore(dir);
  mkdirSync(join(dir, "buckets/shots"));
  const times = { CreateTime: 0n, UpdateTime: 0n };
  const project = { ProjectName: "atlas", Description: "", TemplateId: "", ...times, ...defaultLimits };
  const ofProject = { ServiceRole: "", ProjectMaxDatasetCount: maxDatasets, DatasetCount: 0n, Tags: [] };
  const binding = store.transaction(() => {
    store.projects.insert({ ...project, ...ofProject });
    store.datasets.insert({ ...project, DatasetName: "photos" });
    return store.bindings.insert({
      ...{ ProjectName: "atlas", DatasetName: "photos", Bucket: "shots", ...times },
      ...{ State: "Ready", Phase: "FullScanning", Reason: null },
    });
  });
  return { store, binding, [Symbol.dispose]: () => store[Symbol.dispose]() };
}
