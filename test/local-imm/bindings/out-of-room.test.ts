import { describe, expect, it } from "vitest";
import { startBindings } from "../../../src/local-imm/bindings/bindings.ts";
import { createBuckets } from "../../../src/local-imm/buckets/buckets.ts";
import { systemClock, type Clock } from "../../../src/local-imm/buckets/clock.ts";
import type { Store } from "../../../src/local-imm/store/store.ts";
import { testClock } from "../../support/clock.ts";
import { makeFolder } from "../start.ts";
import { storeWithBinding } from "./store-with-binding.ts";

/** A store in a folder, and what watches the binding in it. */
function open(dir: string, clock: Clock = systemClock) {
  const { store, binding, [Symbol.dispose]: close } = storeWithBinding(dir);
  const notices: string[] = [];
  const errors: unknown[] = [];
  const start = (used: Store) =>
    startBindings({
      ...{ store: used, buckets: createBuckets({ dir }), clock, now: () => 1n, except: dir },
      indexer: { hasRoom: () => Promise.resolve(), queue() {} },
      onNotice: (notice) => void notices.push(notice),
      onError: (error) => void errors.push(error),
    });
  const scans = () => notices.filter((notice) => notice.includes("scanning the bucket")).length;
  return { store, binding, errors, scans, start, [Symbol.dispose]: close };
}

describe("a binding whose dataset has no room", () => {
  it("goes on if there is room before it has been stopped", async () => {
    using folder = makeFolder();
    using opened = open(folder.path);
    const { binding, store, scans } = opened;
    await using bindings = opened.start(store);
    await bindings.settled();

    bindings.stopForRoom(binding.BindingId);
    bindings.retry(binding.DatasetId);

    await expect.poll(scans, { timeout: 5_000 }).toBe(2);
    await bindings.settled();
    expect(store.bindings.findById(binding.BindingId)).toMatchObject({ State: "Running", Reason: null });
  });

  it("looks at its bucket again within five minutes: files may be gone from it", async () => {
    using folder = makeFolder();
    const clock = testClock();
    using opened = open(folder.path, clock);
    const { binding, store, scans } = opened;
    const state = () => store.bindings.findById(binding.BindingId)?.State;
    await using bindings = opened.start(store);
    await expect.poll(scans).toBe(1);

    bindings.stopForRoom(binding.BindingId);
    await expect.poll(state).toBe("Stopped");
    await clock.advance(299_000);
    expect(scans()).toBe(1);
    await clock.advance(2_000);

    await expect.poll(scans).toBe(2);
    await expect.poll(state).toBe("Running");
  });

  it("is started again if the store fails while it is being stopped", async () => {
    using folder = makeFolder();
    using opened = open(folder.path);
    const { binding, errors, scans } = opened;
    const failure = new Error("The disk is full.");
    let isFailing = false;
    await using bindings = opened.start({
      ...opened.store,
      transaction(work) {
        if (isFailing) throw failure;
        return opened.store.transaction(work);
      },
    });
    await bindings.settled();

    isFailing = true;
    bindings.stopForRoom(binding.BindingId);
    await expect.poll(() => errors).toEqual([failure]);
    isFailing = false;

    await expect.poll(scans, { timeout: 5_000 }).toBe(2);
  });
});
