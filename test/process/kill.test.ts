import { expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import type { GraphQLResponse } from "../support/gateway/gateway.ts";
import { startProcess, type RunningProcess } from "../support/process/process.ts";

const rounds = 20;
const writers = 16;
const acknowledgedARound = 24;

const create = `mutation ($input: CreateDatasetInput!) { createDataset(input: $input) { requestId } }`;
const remove = `mutation ($input: DeleteDatasetInput!) { deleteDataset(input: $input) { requestId } }`;

/** What writers were told, and what they asked for. */
interface Told {
  readonly attempted: Set<string>;
  readonly acknowledged: Set<string>;
  readonly deleting: Set<string>;
  readonly deleted: Set<string>;
}

interface Stored {
  datasetName: string;
  description: string;
  createTime: string;
  updateTime: string;
  datasetMaxTotalFileSize: string;
}

it("loses nothing acknowledged and keeps no half dataset over 20 rounds of kill -9", async () => {
  await using folder = await temporaryFolder({ onDisk: true });
  const told: Told = {
    ...{ attempted: new Set(), acknowledged: new Set(), deleting: new Set(), deleted: new Set() },
  };
  const { attempted, acknowledged, deleting, deleted } = told;

  for (let round = 0; round < rounds; round += 1) {
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
    if (round === 0)
      await app.send(`mutation {
        createProject(input: { projectName: "atlas" }) { requestId }
        createDataset(input: { projectName: "atlas", datasetName: "taken", description: "taken" }) { requestId }
      }`);
    attempted.add("taken");
    check(await readAll(app), told);

    const goal = acknowledged.size + acknowledgedARound;
    const write = async (writer: number) => {
      for (let count = 0; ; count += 1) {
        const name = `r${round}w${writer}c${count}`;
        const key = { projectName: "atlas", datasetName: name };
        attempted.add(name);
        const { data } = await app.send(create, { input: { ...key, description: name } });
        if (data) acknowledged.add(name);
        // The others are in the middle of something.
        if (acknowledged.size >= goal) app.kill("SIGKILL");
        // Beside creates, some are refused, and some are of what was just created.
        if (writer % 4 === 1) await app.send(create, { input: { ...key, datasetName: "taken" } });
        if (writer % 4 !== 2) continue;
        deleting.add(name);
        if ((await app.send(remove, { input: key })).data) deleted.add(name);
      }
    };
    await Promise.allSettled(Array.from({ length: writers }, (_, writer) => write(writer)));
    expect(await app.exited).toBeNull();
  }

  await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
  check(await readAll(app), told);
  expect(acknowledged.size).toBeGreaterThanOrEqual(rounds * acknowledgedARound);
  expect(deleted.size).toBeGreaterThan(0);
});

interface Page {
  datasets: { nodes: Stored[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
}

async function readAll(app: RunningProcess): Promise<Stored[]> {
  const found: Stored[] = [];
  let after: string | null = null;
  do {
    const { data }: GraphQLResponse<Page> = await app.send(
      `query ($after: String) {
        datasets(projectName: "atlas", first: 200, after: $after) {
          nodes { datasetName description createTime updateTime datasetMaxTotalFileSize }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { after },
    );
    found.push(...data!.datasets.nodes);
    after = data!.datasets.pageInfo.hasNextPage ? data!.datasets.pageInfo.endCursor : null;
  } while (after);
  return found;
}

function check(stored: Stored[], { attempted, acknowledged, deleting, deleted }: Told) {
  const names = new Set(stored.map(({ datasetName }) => datasetName));
  expect([...acknowledged].filter((name) => !names.has(name) && !deleting.has(name))).toEqual([]);
  expect([...names].filter((name) => !attempted.has(name) || deleted.has(name))).toEqual([]);
  for (const { datasetName, description, createTime, updateTime, datasetMaxTotalFileSize } of stored) {
    expect({ description, updateTime, datasetMaxTotalFileSize }).toEqual({
      description: datasetName,
      updateTime: createTime,
      datasetMaxTotalFileSize: "90000000000000000",
    });
  }
}
