import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { token } from "../src/gateway.ts";
import { connectTo, type Client } from "../src/measure/load.ts";
import { startMeasured, type MeasuredProcess } from "../src/measure/process.ts";
import { gateway, gatewayFor, peers, requestOf, subgraph, type Server } from "../src/servers.ts";
import { indexBatch, indexOne, pageOfFiles } from "../src/files/workloads.ts";
import {
  aliases,
  createDataset,
  dataset,
  datasets,
  entities,
  nothing,
  page10,
  page200,
  type Workload,
} from "../src/workloads.ts";

// What each of them is measured at is the same workload only where they answer the same.

type Data = Record<string, Record<string, unknown>>;

interface Answered {
  readonly workload: Workload;
  /** How many calls to IMM it may cost. */
  readonly calls: Record<string, number>;
  /** How many it costs Mesh, which knows no loader, if more. */
  readonly ofMesh?: Record<string, number>;
}

const answered: readonly Answered[] = [
  { workload: nothing, calls: {} },
  { workload: createDataset, calls: { CreateDataset: 1 } },
  { workload: dataset, calls: { GetDataset: 1 } },
  { workload: page10, calls: { ListDatasets: 1 } },
  { workload: page200, calls: { ListDatasets: 1 } },
  { workload: aliases, calls: { GetDataset: 1 }, ofMesh: { GetDataset: 50 } },
  { workload: datasets, calls: { GetDataset: 50 } },
  { workload: entities, calls: { GetDataset: 100 } },
  { workload: pageOfFiles, calls: { GetDataset: 1, BatchGetFileMeta: 1 } },
  { workload: indexOne, calls: { IndexFileMeta: 1 } },
  { workload: indexBatch, calls: { BatchIndexFileMeta: 1 } },
];

/** A value without some of its members, wherever they stand. */
const without = (value: unknown, names: ReadonlySet<string>): unknown =>
  JSON.parse(JSON.stringify(value, (name, member: unknown) => (names.has(name) ? undefined : member)));

// A cursor is the server's own.
const cursor: ReadonlySet<string> = new Set(["endCursor"]);
// Mesh answers what is in IMM's reply and nothing else.
const beyondReply: ReadonlySet<string> = new Set(["id", "project", "pageInfo"]);
const nextToken: ReadonlySet<string> = new Set(["NextToken"]);

const longs: ReadonlySet<string> = new Set([
  "datasetMaxEntityCount",
  "datasetMaxRelationCount",
  "datasetMaxTotalFileSize",
  "fileCount",
  "totalFileSize",
]);

/** Mesh's answer in the gateway's terms: a dataset is taken out of its reply, and a long number is text. */
function readMesh(data: Data): unknown {
  const replies = Object.entries(data).map(([name, reply]) => [name, reply["Dataset"] ?? reply]);
  const text = JSON.stringify(Object.fromEntries(replies), (name, member: unknown) =>
    longs.has(name) ? String(member) : member,
  );
  return without(JSON.parse(text), nextToken);
}

interface Started {
  readonly server: Server;
  readonly process: MeasuredProcess;
  readonly client: Client;
}

let imm: MeasuredProcess;
const started = new Map<string, Started>();

before(async () => {
  imm = await startMeasured(new URL("../src/servers/fake-imm.js", import.meta.url));
  // One after the other: whatever has started when one can't is known, and ends.
  for (const server of [gateway, subgraph, ...peers]) {
    const process = await server.start(imm.url);
    const client = connectTo(process.url, { authorization: `Bearer ${token}` });
    started.set(server.name, { server, process, client });
  }
});

after(async () => {
  for (const { client, process } of started.values()) {
    await client[Symbol.asyncDispose]();
    await process[Symbol.asyncDispose]();
  }
  await imm[Symbol.asyncDispose]();
});

/** What a server answers to the n-th request of a workload, and which calls that cost. */
async function ask(name: string, workload: Workload, n: number) {
  const { server, client } = started.get(name)!;
  const countsBefore = await imm.ask<Record<string, number>>("counts");
  const text = await client.send(requestOf(server, workload, n));
  const counts = await imm.ask<Record<string, number>>("counts");
  const calls = Object.entries(counts)
    .map(([action, count]) => [action, count - (countsBefore[action] ?? 0)] as const)
    .filter(([, count]) => count > 0);
  const { data, errors } = JSON.parse(text) as { data: Data; errors?: unknown };
  assert.equal(errors, undefined, text.slice(0, 500));
  return { data, calls: Object.fromEntries(calls) };
}

for (const { workload, calls, ofMesh = calls } of answered) {
  describe(workload.title, () => {
    const { name: ours } = gatewayFor(workload);

    it("costs the gateway no call too many", async () => {
      assert.deepEqual((await ask(ours, workload, 0)).calls, calls);
    });

    // The peers read a reply by `JSON.parse`; the largest number in it, 9 × 10^16, is a double, so that none loses a digit.
    // Mercurius compiles a document when it comes the second time.
    for (const { name } of peers.filter(({ supports }) => supports.includes(workload.kind))) {
      it(`${name} answers it as the gateway does, twice`, async () => {
        for (const n of [1, 2]) {
          const expected = await ask(ours, workload, n);
          const answer = await ask(name, workload, n);
          assert.deepEqual(
            name === "mesh" ? readMesh(answer.data) : without(answer.data, cursor),
            without(expected.data, name === "mesh" ? beyondReply : cursor),
          );
          assert.deepEqual(answer.calls, name === "mesh" ? ofMesh : calls);
        }
      });
    }
  });
}
