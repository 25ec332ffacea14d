import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Profiler } from "node:inspector";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "node:test";
import { pathToFileURL } from "node:url";
import { attributeSamples, shareOfOthers } from "../src/measure/profile.ts";

const node = (
  id: number,
  functionName: string,
  url: string,
  children: number[] = [],
): Profiler.ProfileNode => ({
  id,
  callFrame: { functionName, url, scriptId: "0", lineNumber: 0, columnNumber: 0 },
  children,
});

it("gives what Node does to whom it does it for, and leaves out what is idle", () => {
  const nodes = [
    node(1, "(root)", "", [2, 5, 6, 7]),
    node(2, "request", "file:///a/node_modules/graphql-yoga/esm/server.js", [3]),
    node(3, "call", "file:///a/dist/imm/client.js", [4]),
    node(4, "createHash", "node:internal/crypto/hash"),
    node(5, "(garbage collector)", ""),
    node(6, "(idle)", ""),
    node(7, "onread", "node:internal/stream_base_commons"),
  ];
  const samples = [2, 3, 4, 5, 6, 7, 7];
  const timeDeltas = [10, 20, 30, 40, 1000, 1, 2];

  assert.deepEqual(
    Object.fromEntries(attributeSamples({ nodes, samples, timeDeltas, startTime: 0, endTime: 0 }, 10)),
    {
      "Yoga: HTTP and its hooks": 1,
      "the gateway's own code": 5,
      "garbage collection": 4,
      "Node, for nobody in particular": 0.30000000000000004,
    },
  );
});

it("gives what a bundle holds to whose it is", async (test) => {
  const folder = await mkdtemp(join(tmpdir(), "imm-graphql-bench-"));
  test.after(() => rm(folder, { recursive: true }));
  const bundle = join(folder, "main.js");
  const sources = ["../node_modules/undici/lib/dispatcher/pool.js"];
  await writeFile(`${bundle}.map`, JSON.stringify({ version: 3, sources, names: [], mappings: "AAAA" }));
  const nodes = [node(1, "(root)", "", [2]), node(2, "dispatch", pathToFileURL(bundle).href)];

  assert.deepEqual(
    Object.fromEntries(
      attributeSamples({ nodes, samples: [2], timeDeltas: [10], startTime: 0, endTime: 0 }, 1),
    ),
    { "the call to IMM and its signature": 10 },
  );
});

it("tells what part isn't the gateway's own", () => {
  const spent = new Map([
    ["the gateway's own code", 25],
    ["execution", 50],
    ["garbage collection", 25],
  ] as const);

  assert.equal(shareOfOthers(spent), 0.75);
  assert.equal(shareOfOthers(new Map([["execution", 10]])), 1);
});
