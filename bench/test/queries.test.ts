import assert from "node:assert/strict";
import { it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { makePhoto } from "../src/queries/filled/documents.ts";
import { longestHold } from "../src/queries/hold.ts";
import { createRandom } from "../src/queries/filled/random.ts";

it("draws the same numbers for the same seed, and others for another", () => {
  const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).number);
  assert.deepEqual(draw(1), draw(1));
  assert.notDeepEqual(draw(1), draw(2));
});

it("draws each number about as often", () => {
  const random = createRandom(19);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let n = 0; n < 100_000; n++) counts[random.below(10)]! += 1;
  assert.deepEqual(
    counts.filter((count) => count < 9_500 || count > 10_500),
    [],
  );
});

it("makes files whose documents are as large as those of photos", () => {
  const random = createRandom(19);
  const sizes = Array.from({ length: 1_000 }, (_, n) => JSON.stringify(makePhoto(n, random).fields).length);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  assert.ok(mean > 1_000 && mean < 1_500, String(mean));
});

it("tells the longest between two turns of the event loop, not how long all takes", async () => {
  const busy = (ms: number) => {
    for (const end = performance.now() + ms; performance.now() < end;);
  };
  const held = await longestHold(async () => {
    busy(40);
    await sleep(1);
    busy(50);
    await sleep(1);
    busy(40);
  });
  assert.ok(held >= 50 && held < 120, String(held));
});
