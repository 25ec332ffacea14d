import { expect, it, vi } from "vitest";
import { startBindings } from "../../../src/local-imm/bindings/bindings.ts";
import { createBuckets } from "../../../src/local-imm/buckets/buckets.ts";
import { systemClock } from "../../../src/local-imm/buckets/clock.ts";
import { makeFolder } from "../start.ts";
import { storeWithBinding } from "./store-with-binding.ts";

/** A store with a binding, which is watched if it is there from the beginning. */
function startWatching({ isThere }: { isThere: boolean }) {
  const folder = makeFolder();
  const dir = folder.path;
  const made = storeWithBinding(dir);
  const { store, binding } = made;
  if (!isThere) store.transaction(() => store.bindings.delete(binding));
  const notices: string[] = [];
  const bindings = startBindings({
    ...{ store, buckets: createBuckets({ dir }), clock: systemClock, now: () => 1n, except: dir },
    indexer: { hasRoom: () => Promise.resolve(), queue() {} },
    onNotice: (notice) => void notices.push(notice),
    onError(error) {
      throw error;
    },
  });
  return {
    ...{ store, binding, bindings },
    scans: () => notices.filter((notice) => notice.includes("scanning the bucket")).length,
    async [Symbol.asyncDispose]() {
      await bindings[Symbol.asyncDispose]();
      made[Symbol.dispose]();
      folder[Symbol.dispose]();
    },
  };
}

it("a binding is watched once, though the write that created it was run twice", async () => {
  await using watching = startWatching({ isThere: false });
  const { store, binding, bindings } = watching;

  const { BindingId: _id, DatasetId: _dataset, ...again } = binding;
  store.transaction(() => {
    const created = store.bindings.insert(again);
    bindings.created(created);
    bindings.created(created);
  });
  await bindings.settled();

  expect(watching.scans()).toBe(1);
});

it("a binding is watched on, if the write that deleted it failed", async () => {
  await using watching = startWatching({ isThere: true });
  const { store, binding, bindings } = watching;
  await bindings.settled();
  const deleteIt = (isKept: boolean) => () => {
    store.bindings.delete(binding);
    bindings.deleted(binding);
    if (!isKept) throw new Error("no room");
  };

  expect(() => store.transaction(deleteIt(false))).toThrow("no room");
  await vi.waitFor(() => expect(watching.scans()).toBe(2));
  await bindings.settled();
  expect(bindings.counts()).toMatchObject({ stopped: 0, watching: 1 });

  store.transaction(deleteIt(true));
  await bindings.settled();
  expect(bindings.counts()).toMatchObject({ scanning: 0, watching: 0 });
  expect(watching.scans()).toBe(2);
});
