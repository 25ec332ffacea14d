import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { backUp } from "../../../src/local-imm/backup/backup.ts";
import { repeat } from "../../support/lists.ts";
import { makeFolder, root, startTestImm, type TestImm } from "../start.ts";

const key = { ProjectName: "atlas" };

/** A folder on a disk of a megabyte; undefined where this user can't make one. */
function smallDisk() {
  const folder = makeFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.path], { stdio: "ignore" });
  } catch {
    folder[Symbol.dispose]();
    return undefined;
  }
  return {
    path: folder.path,
    /** Leaves no room. */
    fill() {
      for (let size = 1024 * 1024; size >= 1; size /= 2) {
        try {
          writeFileSync(join(folder.path, `filler-${size}`), Buffer.alloc(size));
        } catch {
          // Half of it may fit.
        }
      }
    },
    makeRoom() {
      for (let size = 1024 * 1024; size >= 1; size /= 2) {
        rmSync(join(folder.path, `filler-${size}`), { force: true });
      }
    },
    [Symbol.dispose]() {
      execFileSync("umount", ["-l", folder.path]);
      folder[Symbol.dispose]();
    },
  };
}

const dataset = (index: number) => ({ ...key, DatasetName: `d${index}`, Description: "測".repeat(256) });

/** A local IMM with so many datasets. */
async function startWith(dir: string, datasets: number): Promise<TestImm> {
  const imm = await startTestImm({ dir });
  await imm.call("CreateProject", key);
  for (let index = 0; index < datasets; index += 1) {
    expect(await imm.call("CreateDataset", dataset(index))).toMatchObject({ status: 200 });
  }
  return imm;
}

const disk = smallDisk();
disk?.[Symbol.dispose]();

// Only root on Linux can mount one.
describe.skipIf(disk === undefined)("a full disk", () => {
  it("lets reads and deletes go on, refuses what needs room by name, and takes it again", async () => {
    using small = smallDisk()!;
    const dir = join(small.path, "data");
    await (await startWith(dir, 20)).close();
    await using imm = await startTestImm({ dir });
    for (let index = 0; index < 20; index += 1) {
      expect(await imm.call("UpdateDataset", { ...dataset(index), Description: "" })).toMatchObject({
        status: 200,
      });
    }
    small.fill();

    expect(await imm.call("DeleteDataset", dataset(0))).toMatchObject({ status: 200 });
    let stored = 20;
    let answer = await imm.call("CreateDataset", dataset(stored));
    while (answer.status === 200 && stored < 500) {
      stored += 1;
      answer = await imm.call("CreateDataset", dataset(stored));
    }

    expect(answer).toMatchObject({
      status: 503,
      body: {
        Code: "ServiceUnavailable",
        Message: `${join(dir, "imm.db")} can't grow, the disk is full: make room; what is stored can be read meanwhile.`,
      },
    });
    const { Project } = (await imm.call("GetProject", key)).body;
    expect(Project).toMatchObject({ DatasetCount: BigInt(stored - 1) });
    // It still takes requests.
    expect(imm.problem()).toBeUndefined();
    small.makeRoom();
    expect(await imm.call("CreateDataset", dataset(stored))).toMatchObject({ status: 200 });
    expect(imm.errors).toHaveLength(1);
  });

  it.each([
    ["a store that has just been opened", true],
    ["one that has grown since", false],
  ])("lets everything be deleted and refuses what needs room: %s", async (_what, isNew) => {
    using small = smallDisk()!;
    const dir = join(small.path, "data");
    let imm = await startWith(dir, 40);
    if (isNew) {
      await imm.close();
      imm = await startTestImm({ dir });
    }
    await using closing = imm;
    small.fill();

    expect(await closing.call("DeleteDataset", dataset(0))).toMatchObject({ status: 200 });
    let stored = 40;
    while (stored < 500 && (await imm.call("CreateDataset", dataset(stored))).status === 200) stored += 1;
    expect(await imm.call("CreateDataset", dataset(stored))).toMatchObject({ status: 503 });
    for (let index = 1; index < stored; index += 1) {
      expect(await imm.call("DeleteDataset", dataset(index))).toMatchObject({ status: 200 });
    }
    expect(await imm.call("DeleteProject", key)).toMatchObject({ status: 200 });
  });

  it("refuses what has no room of many calls at the same time, and no others", async () => {
    using small = smallDisk()!;
    await using imm = await startWith(join(small.path, "data"), 40);
    small.fill();

    const deletes = repeat(20, (n) => imm.call("DeleteDataset", dataset(n)));
    const creates = repeat(400, (n) => imm.call("CreateDataset", dataset(100 + n)));
    const deleted = (await Promise.all(deletes)).map(({ status }) => status);
    const created = (await Promise.all(creates)).map(({ status }) => status);

    expect(deleted).toEqual(repeat(20, () => 200));
    expect(new Set(created)).toEqual(new Set([200, 503]));
    const { Project } = (await imm.call("GetProject", key)).body;
    const kept = created.filter((status) => status === 200).length;
    expect(Project).toMatchObject({ DatasetCount: BigInt(20 + kept) });
  });

  it("is no reason against a backup to another one, with and without its process", async () => {
    using small = smallDisk()!;
    using other = makeFolder();
    const dir = join(small.path, "data");
    const imm = await startWith(dir, 20);
    small.fill();
    const settings = { dir, key: root };
    const running = join(other.path, "running", "imm.db");
    const stopped = join(other.path, "stopped", "imm.db");
    mkdirSync(join(other.path, "running"));
    mkdirSync(join(other.path, "stopped"));

    imm.clock.now = BigInt(Date.now()) * 1_000_000n;
    await backUp(running, { ...settings, port: Number(new URL(imm.url).port) });
    await imm.close();
    await backUp(stopped, { ...settings, port: 0 });

    for (const file of [running, stopped]) {
      await using after = await startTestImm({ dir: dirname(file) });
      expect((await after.call("GetProject", key)).body["Project"]).toMatchObject({ DatasetCount: 20n });
    }
  });

  it("doesn't spoil the stop, nor what the next start reads", async () => {
    using small = smallDisk()!;
    using other = makeFolder();
    const dir = join(small.path, "data");
    const imm = await startWith(dir, 40);
    small.fill();

    await imm.close();

    expect(imm.errors).toEqual([]);
    // Elsewhere: in this process the closed file keeps its lock for a while.
    cpSync(dir, other.path, { recursive: true });
    await using after = await startTestImm({ dir: other.path });
    expect((await after.call("GetProject", key)).body["Project"]).toMatchObject({ DatasetCount: 40n });
  });

  it("is named at the start", async () => {
    using small = smallDisk()!;
    small.fill();

    await expect(startTestImm({ dir: small.path })).rejects.toThrow(
      `${join(small.path, "imm.db")} can't grow, the disk is full: make room; `,
    );
  });
});
