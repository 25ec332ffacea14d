import { expect, it } from "vitest";
import { startBindings } from "../../../src/local-imm/bindings/bindings.ts";
import { createBuckets } from "../../../src/local-imm/buckets/buckets.ts";
import { systemClock } from "../../../src/local-imm/buckets/clock.ts";
import { makeFolder } from "../start.ts";
import { storeWithBinding } from "./store-with-binding.ts";

it("a binding is watched once, though the write that created it was run twice", async () => {
  using folder = makeFolder();
  const dir = folder.path;
  using made = storeWithBinding(dir);
  const { store, binding } = made;
  store.transaction(() => store.bindings.delete(binding));
  const notices: string[] = [];
  await using bindings = startBindings({
    ...{ store, buckets: createBuckets({ dir }), clock: systemClock, now: () => 1n, except: dir },
    indexer: { hasRoom: () => Promise.resolve(), queue() {} },
    onNotice: (notice) => void notices.push(notice),
    onError(error) {
      throw error;
    },
  });

  const { BindingId: _id, DatasetId: _dataset, ...again } = binding;
  store.transaction(() => {
    const created = store.bindings.insert(again);
    bindings.created(created);
    bindings.created(created);
  });
  await bindings.settled();

  expect(notices.filter((notice) => notice.includes("scanning the bucket"))).toHaveLength(1);
});
