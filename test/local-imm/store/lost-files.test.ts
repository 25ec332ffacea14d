import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, seconds, startTestImm } from "../start.ts";

const key = { ProjectName: "atlas" };
const next = { ProjectName: "maps" };

/** A running local IMM with a project in it, in a folder of a test's own that may be moved. */
async function running() {
  const parent = makeFolder();
  const dir = join(parent.path, "data");
  const imm = await startTestImm({ dir });
  expect(await imm.call("CreateProject", key)).toMatchObject({ status: 200 });
  return {
    ...{ imm, dir, parent: parent.path, db: join(dir, "imm.db"), wal: join(dir, "imm.db-wal") },
    async [Symbol.asyncDispose]() {
      await imm.close();
      parent[Symbol.dispose]();
    },
  };
}

type Running = Awaited<ReturnType<typeof running>>;

const accidents: [what: string, happen: (at: Running) => void, file: "db" | "wal", wrong: string][] = [
  ["the folder is removed", ({ dir }) => rmSync(dir, { recursive: true }), "db", "was removed or moved"],
  ["imm.db is removed", ({ db }) => rmSync(db), "db", "was removed or moved"],
  ["the folder is renamed", ({ dir }) => renameSync(dir, `${dir}2`), "db", "was removed or moved"],
  [
    "another file is moved over imm.db",
    ({ db, parent }) => {
      writeFileSync(join(parent, "other"), "other");
      renameSync(join(parent, "other"), db);
    },
    "db",
    "was replaced",
  ],
  [
    "imm.db is replaced by a copy of itself",
    ({ db, parent }) => {
      copyFileSync(db, join(parent, "copy"));
      renameSync(join(parent, "copy"), db);
    },
    "db",
    "was replaced",
  ],
  [
    "a file is copied over imm.db",
    ({ db, parent }) => {
      writeFileSync(join(parent, "other"), readFileSync(db));
      copyFileSync(join(parent, "other"), db);
    },
    "db",
    "was changed by another program",
  ],
  [
    "imm.db is moved away, with a link to it in its place",
    ({ db, parent }) => {
      renameSync(db, join(parent, "real.db"));
      symlinkSync(join(parent, "real.db"), db);
    },
    "db",
    "was replaced",
  ],
  ["imm.db is cut", ({ db }) => truncateSync(db, 4096), "db", "was changed by another program"],
  ["the log is removed", ({ wal }) => rmSync(wal), "wal", "was removed or moved"],
  ["the log is emptied", ({ wal }) => truncateSync(wal, 0), "wal", "was changed by another program"],
  ["the log is added to", ({ wal }) => appendFileSync(wal, "x"), "wal", "was changed by another program"],
];

describe("the files of a running local IMM", () => {
  it.each(accidents)("are watched: no write is acknowledged once %s", async (_what, happen, file, wrong) => {
    await using at = await running();
    const { imm } = at;
    expect(imm.problem()).toBeUndefined();

    happen(at);

    const message = `${at[file]} ${wrong} while in use: `;
    const refusal = {
      status: 503,
      body: { Code: "ServiceUnavailable", Message: expect.stringContaining(message) as string },
    };
    const until = { body: { Message: expect.stringMatching(/; nothing is stored until then\.$/) as string } };
    expect(await imm.call("CreateProject", next)).toMatchObject(until);
    expect(await imm.call("CreateProject", next)).toMatchObject(refusal);
    expect(await imm.call("DeleteProject", key)).toMatchObject(refusal);
    expect(imm.problem()).toBe(`${file === "db" ? "imm.db" : "imm.db-wal"} ${wrong} while in use`);
    // What was not stored isn't shown either, and what was is.
    expect((await imm.call("ListProjects")).body["Projects"]).toMatchObject([key]);
  });

  it.each<[what: string, happen: (at: Record<"db" | "real" | "other", string>) => void, lost: string]>([
    ["its log is removed", ({ real }) => rmSync(`${real}-wal`), "real.db-wal was removed or moved"],
    ["it is removed", ({ real }) => rmSync(real), "real.db was removed or moved"],
    ["the link is removed", ({ db }) => rmSync(db), "imm.db was removed or moved"],
    [
      "the link leads to another file",
      ({ db, other }) => {
        writeFileSync(other, "other");
        rmSync(db);
        symlinkSync(other, db);
      },
      "imm.db was replaced",
    ],
  ])("are watched behind a link as imm.db: %s", async (_what, happen, lost) => {
    using folder = makeFolder();
    const at = (name: string) => join(folder.path, name);
    symlinkSync(at("real.db"), at("imm.db"));
    writeFileSync(at("real.db"), "");
    await using imm = await startTestImm({ dir: folder.path });
    expect(await imm.call("CreateProject", key)).toMatchObject({ status: 200 });
    expect(statSync(at("real.db-wal")).size).toBeGreaterThan(0);

    happen({ db: at("imm.db"), real: at("real.db"), other: at("other") });

    expect(await imm.call("CreateProject", next)).toMatchObject({ status: 503 });
    expect(imm.problem()).toBe(`${lost} while in use`);
  });

  it("are watched behind a link as the folder", async () => {
    using folder = makeFolder();
    const [dir, real] = [join(folder.path, "data"), join(folder.path, "real")];
    mkdirSync(real);
    symlinkSync(real, dir);
    await using imm = await startTestImm({ dir });
    expect(await imm.call("CreateProject", key)).toMatchObject({ status: 200 });

    rmSync(dir);

    expect(await imm.call("CreateProject", next)).toMatchObject({ status: 503 });
    symlinkSync(real, dir);
    expect(await imm.call("CreateProject", next)).toMatchObject({ status: 200 });
  });

  it("aren't made where a link leads nowhere", async () => {
    using folder = makeFolder();
    const db = join(folder.path, "imm.db");
    symlinkSync(join(folder.path, "gone.db"), db);

    await expect(startTestImm({ dir: folder.path })).rejects.toThrow(
      `${db} is a link that leads nowhere: mend or remove it, or choose another folder.`,
    );
  });

  it("if changed by another program, are to be backed up first", async () => {
    await using at = await running();
    truncateSync(at.wal, 0);

    expect((await at.imm.call("CreateProject", next)).body["Message"]).toBe(
      `${at.wal} was changed by another program while in use: first make a backup, which may still have everything; then stop this process, move imm.db and imm.db-wal away, put the backup in their place, and start it again; nothing is stored until then.`,
    );
    const { File } = (await at.imm.call("LocalBackup", { Dir: at.dir })).body as { File: string };
    cpSync(File, join(at.parent, "backup", "imm.db"));
    await using after = await startTestImm({ dir: join(at.parent, "backup") });
    expect(await after.call("GetProject", key)).toMatchObject({ status: 200 });
  });

  it("take writes again when they are back", async () => {
    await using at = await running();
    const { imm, dir } = at;
    renameSync(dir, `${dir}2`);
    expect(await imm.call("CreateProject", next)).toMatchObject({ status: 503 });

    renameSync(`${dir}2`, dir);

    expect(imm.problem()).toBeUndefined();
    expect(await imm.call("CreateProject", next)).toMatchObject({ status: 200 });
  });

  it("may be read and copied, and be written by the log's own way into imm.db", async () => {
    await using at = await running();
    const { imm, db, parent } = at;
    readFileSync(db);
    copyFileSync(db, join(parent, "copy"));
    const before = statSync(db).mtimeMs;

    // SQLite moves the log into imm.db by itself when it has a thousand pages; this fills ten.
    const tags = (text: string) =>
      Array.from({ length: 20 }, (_, index) => ({ Key: `${index}${text}`, Value: text }));
    for (let count = 0; count < 500 && statSync(db).mtimeMs === before; count += 1) {
      const Tag = tags(String.fromCharCode(97 + (count % 26)).repeat(1000));
      expect(await imm.call("UpdateProject", { ...key, Tag })).toMatchObject({ status: 200 });
    }

    expect(statSync(db).mtimeMs).toBeGreaterThan(before);
    expect(imm.problem()).toBeUndefined();
    expect(await imm.call("CreateProject", next)).toMatchObject({ status: 200 });
  });

  it("are told of once a minute, however many calls meet them", async () => {
    await using at = await running();
    const { imm, db } = at;
    rmSync(db);

    for (let count = 0; count < 3; count += 1) await imm.call("CreateProject", next);
    imm.problem();
    expect(imm.errors.map(String)).toEqual([expect.stringContaining(`${db} was removed or moved`)]);
    imm.clock.now += 61n * seconds;
    await imm.call("CreateProject", next);
    expect(imm.errors).toHaveLength(2);
  });

  it("keep what the log held, over a stop, when the log was removed", async () => {
    await using at = await running();
    rmSync(at.wal);

    await at.imm.close();

    expect(existsSync(at.wal)).toBe(false);
    await using after = await startTestImm({ dir: at.dir });
    expect(await after.call("GetProject", key)).toMatchObject({ status: 200 });
  });

  it("leave those alone that another process has put in their place, when it stops", async () => {
    await using at = await running();
    renameSync(at.dir, `${at.dir}2`);
    await using other = await startTestImm({ dir: at.dir });
    expect(await other.call("CreateProject", next)).toMatchObject({ status: 200 });

    await at.imm.close();

    expect(at.imm.errors).toEqual([]);
    expect(existsSync(at.wal)).toBe(true);
    expect(other.problem()).toBeUndefined();
    expect(await other.call("CreateProject", { ProjectName: "more" })).toMatchObject({ status: 200 });
  });

  it("leave no log behind that would spoil a file in their place", async () => {
    await using at = await running();
    const backup = join(at.parent, "backup.db");
    {
      await using source = await startTestImm({ dir: join(at.parent, "source") });
      await source.call("CreateProject", next);
    }
    copyFileSync(join(at.parent, "source", "imm.db"), backup);
    renameSync(backup, at.db);

    await at.imm.close();

    await using after = await startTestImm({ dir: at.dir });
    expect((await after.call("ListProjects")).body["Projects"]).toMatchObject([next]);
  });
});
