import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { startProcess, type RunningProcess } from "../support/process/process.ts";

const create = "mutation ($input: CreateDatasetInput!) { createDataset(input: $input) { requestId } }";

/** Runs `backup FILE` to its end. */
async function backUp(settings: Record<string, string>, ...args: string[]) {
  await using command = await startProcess(settings, { args: ["backup", ...args] });
  const status = await command.exited;
  return { status, stdout: command.stdout, stderr: command.stderr.trimEnd() };
}

/** The settings by which a command finds a running process. */
function settingsOf(app: RunningProcess, dir: string) {
  const [, port = ""] = /local IMM http:\/\/127\.0\.0\.1:(\d+)/.exec(app.stdout) ?? [];
  return { IMM_LOCAL_DIR: dir, IMM_LOCAL_PORT: port };
}

async function createProject(app: RunningProcess, projectName = "atlas") {
  const { data } = await app.send(
    "mutation ($input: CreateProjectInput!) { createProject(input: $input) { requestId } }",
    {
      input: { projectName },
    },
  );
  expect(data).toBeTruthy();
}

/** Starts from a backup, in a folder of its own, and reads the names of what is there. */
async function readBackup(file: string): Promise<{ projects: string[]; datasets: Set<string> }> {
  await using folder = await temporaryFolder();
  await copyFile(file, join(folder.path, "imm.db"));
  await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
  const { data } = await app.send<{ projects: { nodes: { projectName: string }[] } }>(
    "{ projects { nodes { projectName } } }",
  );
  const datasets = new Set<string>();
  let after: string | null = null;
  do {
    const page: { data?: { datasets: DatasetPage } | null } = await app.send(
      'query ($after: String) { datasets(projectName: "atlas", first: 200, after: $after) { nodes { datasetName } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    const { nodes, pageInfo } = page.data!.datasets;
    for (const { datasetName } of nodes) datasets.add(datasetName);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return { projects: data!.projects.nodes.map(({ projectName }) => projectName), datasets };
}

interface DatasetPage {
  nodes: { datasetName: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe("the command backup", () => {
  it("writes what was acknowledged before it, while writes go on, and loses none of them", async () => {
    await using folder = await temporaryFolder({ onDisk: true });
    const dir = join(folder.path, "data");
    const file = join(folder.path, "backup.db");
    await using app = await startProcess({ IMM_LOCAL_DIR: dir });
    await createProject(app);
    const acknowledged = new Set<string>();
    const stopping = new AbortController();
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const write = async (writer: number) => {
      for (let count = 0; !stopping.signal.aborted; count += 1) {
        const datasetName = `w${writer}c${count}`;
        const { data } = await app.send(create, { input: { projectName: "atlas", datasetName } });
        if (!data) throw new Error(`${datasetName} was refused.`);
        acknowledged.add(datasetName);
        if (acknowledged.size === 30) begin();
      }
    };
    const writing = Promise.all([1, 2, 3, 4].map(write));
    await Promise.race([begun, writing]);

    const before = [...acknowledged];
    const done = await backUp(settingsOf(app, dir), file);
    const during = acknowledged.size - before.length;
    stopping.abort();
    await writing;

    expect(done).toEqual({ status: 0, stdout: `backup    ${file}\n`, stderr: "" });
    expect(during).toBeGreaterThan(0);
    const { datasets } = await readBackup(file);
    expect(before.filter((name) => !datasets.has(name))).toEqual([]);
    const { data } = await app.send<{ project: { datasetCount: number } }>(
      '{ project(projectName: "atlas") { datasetCount } }',
    );
    expect(data!.project.datasetCount).toBe(acknowledged.size);
  });

  it("writes what a stopped process, or a killed one, has left", async () => {
    await using folder = await temporaryFolder();
    const dir = join(folder.path, "data");
    for (const [signal, name] of [
      ["SIGTERM", "atlas"],
      ["SIGKILL", "maps"],
    ] as const) {
      await using app = await startProcess({ IMM_LOCAL_DIR: dir });
      await createProject(app, name);
      app.kill(signal);
      await app.exited;
      const file = join(folder.path, `${signal}.db`);

      expect(await backUp({ IMM_LOCAL_DIR: dir }, file)).toMatchObject({ status: 0, stderr: "" });
      expect((await readBackup(file)).projects).toContain(name);
    }
  });

  it("saves what a running process still has when its folder is gone", async () => {
    await using folder = await temporaryFolder();
    const dir = join(folder.path, "data");
    const file = join(folder.path, "backup.db");
    await using app = await startProcess({ IMM_LOCAL_DIR: dir });
    await createProject(app);
    await rm(dir, { recursive: true });

    expect(await backUp(settingsOf(app, dir), file)).toMatchObject({ status: 0, stderr: "" });
    expect((await readBackup(file)).projects).toEqual(["atlas"]);
  });
});
