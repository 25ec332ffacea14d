import assert from "node:assert/strict";
import { it } from "node:test";
import { plot, ticks } from "../src/report/plot.ts";

it("steps by round numbers from zero to the first that isn't below the highest", () => {
  assert.deepEqual(ticks(200), [0, 50, 100, 150, 200]);
  assert.deepEqual(ticks(13.6), [0, 2, 4, 6, 8, 10, 12, 14]);
  assert.deepEqual(ticks(0.42), [0, 0.1, 0.2, 0.3, 0.4, 0.5]);
});

it("draws each line in the frame, and names them in the order in which they end", () => {
  const svg = plot({
    title: "Cost & size",
    x: "size",
    y: "cost",
    lines: [
      {
        title: "low",
        points: [
          [0, 0],
          [100, 1],
        ],
      },
      {
        title: "high",
        points: [
          [0, 0],
          [100, 4],
        ],
        isMain: true,
      },
    ],
  });
  assert.deepEqual(
    [...svg.matchAll(/<path d="(M[^h"]+)"/g)].map(([, path]) => path),
    ["M64 384L540 300", "M64 384L540 48"],
  );
  assert.ok(svg.indexOf(">high<") < svg.indexOf(">low<"));
  assert.ok(svg.includes("Cost &amp; size"));
  assert.ok(!/NaN|undefined/.test(svg));
});
