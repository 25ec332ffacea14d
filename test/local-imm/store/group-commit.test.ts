import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Fault } from "../../../src/local-imm/http/fault.ts";
import type { Connection } from "../../../src/local-imm/store/database/connection.ts";
import { closeDatabase, openDatabase } from "../../../src/local-imm/store/database/database.ts";
import { StoreError } from "../../../src/local-imm/store/database/store-error.ts";
import { createTransactions } from "../../../src/local-imm/store/database/transactions.ts";
import { repeat } from "../../support/lists.ts";
import { makeFolder, startTestImm } from "../start.ts";

/** A database with a table of names, and all that is executed on it. */
function openNames() {
  const folder = makeFolder();
  const database = openDatabase(join(folder.path, "imm.db"));
  const { connection } = database;
  const executed: string[] = [];
  const recorder = {
    exec(sql: string) {
      executed.push(sql);
      connection.exec(sql);
    },
    get isTransaction() {
      return connection.isTransaction;
    },
  };
  const { write, flush, transaction } = createTransactions({
    ...database,
    connection: recorder as unknown as Connection,
  });
  transaction(() => connection.exec("CREATE TABLE Name (Name TEXT PRIMARY KEY) STRICT"));
  executed.length = 0;
  const insert = connection.prepare("INSERT INTO Name VALUES (?)");
  const names = connection.prepare("SELECT Name FROM Name ORDER BY rowid");
  const add = (name: string) => void insert.run(name);
  return {
    ...{ add, connection, executed, flush, transaction, path: database.path },
    /** Writes a name, then does what else there is to do; tells the name, or the error. */
    write: (name: string, then = () => {}): Promise<unknown> =>
      write(() => {
        add(name);
        then();
        return name;
      }).catch((error: unknown) => error),
    commits: () => executed.filter((sql) => sql === "COMMIT").length,
    names: () => (names.all() as { Name: string }[]).map(({ Name }) => Name),
    [Symbol.dispose]() {
      closeDatabase(database);
      folder[Symbol.dispose]();
    },
  };
}

const fail = (error: unknown) => () => {
  throw error;
};

describe("what is written in one turn of the event loop", () => {
  it("is one transaction, and each is told in its order what it answered, after the commit", async () => {
    using db = openNames();
    const answered: unknown[] = [];

    const writes = ["a", "b", "c"].map(async (name) => {
      answered.push([await db.write(name), db.commits()]);
    });
    expect([db.names(), db.connection.isTransaction]).toEqual([[], false]);
    await Promise.all(writes);

    expect(answered).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ]);
    expect(db.names()).toEqual(["a", "b", "c"]);
  });

  it("keeps the others, where one is refused and one meets a bug", async () => {
    using db = openNames();
    const [refusal, bug] = [new Fault(400, "ResourceNotFound", "It isn't there."), new TypeError("a bug")];

    const answers = await Promise.all([
      db.write("a"),
      db.write("refused", fail(refusal)),
      db.write("b"),
      db.write("broken", fail(bug)),
      // A row that is there is a bug of the statement.
      db.write("a"),
      db.write("c"),
    ]);

    expect(answers).toEqual(["a", refusal, "b", bug, expect.any(Error), "c"]);
    expect([db.names(), db.commits()]).toEqual([["a", "b", "c"], 1]);
  });

  it("lets each see what those before it wrote", async () => {
    using db = openNames();
    const seen: string[][] = [];
    const look = () => void seen.push(db.names());

    await Promise.all([db.write("a", look), db.write("refused", fail(look)), db.write("b", look)]);

    expect(seen).toEqual([["a"], ["a", "b"]]);
  });

  it("fails as a whole where it can't be committed, and keeps what can be committed alone", async () => {
    using db = openNames();
    // Looked at by the commit.
    const orphan = () =>
      db.connection.exec(`
        PRAGMA defer_foreign_keys = ON;
        INSERT INTO OSSBucketAttachment VALUES ('photos', 'nowhere', '', 0, 0)
      `);
    const told: string[] = [];
    const write = async (name: string, then?: () => void) => {
      const answer = await db.write(name, then);
      told.push(`${name}: ${answer instanceof Error ? answer.message : "kept"}`);
    };

    await Promise.all([write("a"), write("orphan", orphan), write("b")]);

    expect(told).toEqual(["a: kept", "orphan: FOREIGN KEY constraint failed", "b: kept"]);
    expect(db.names()).toEqual(["a", "b"]);
  });

  it("is refused to all, if the file isn't where it was, before or by the end", async () => {
    using db = openNames();
    const away = `${db.path}-away`;
    const removed = "was removed or moved while in use";

    const during = await Promise.all([db.write("a"), db.write("b", () => renameSync(db.path, away))]);
    const after = await Promise.all([db.write("c"), db.write("d")]);
    renameSync(away, db.path);

    for (const answer of [...during, ...after]) {
      expect(answer).toBeInstanceOf(StoreError);
      expect((answer as StoreError).summary).toContain(removed);
    }
    // They may be there, as after any commit that nobody was told of; but never twice.
    expect(db.names()).toEqual(["a", "b"]);
  });

  it("is kept of all, though the file has to grow for some", async () => {
    using db = openNames();
    const long = repeat(30, (n) => `${n} ${"x".repeat(20_000)}`);

    const answers = await Promise.all(long.map((name) => db.write(name)));

    expect(answers).toEqual(long);
    expect(db.names()).toEqual(long);
    expect(db.commits()).toBeGreaterThan(1);
  });

  it("is one thing, and another transaction another", async () => {
    using db = openNames();

    const writes = [db.write("a"), db.write("b", fail(new Error("refused")))];
    db.transaction(() => db.add("between"));
    await Promise.all(writes);
    await db.write("later");

    expect(db.names()).toEqual(["between", "a", "later"]);
    expect(db.commits()).toBe(3);
  });

  it("is written before the store is closed", async () => {
    using db = openNames();

    const writes = [db.write("a"), db.write("b")];
    db.flush();

    expect([db.names(), db.commits()]).toEqual([["a", "b"], 1]);
    expect(await Promise.all(writes)).toEqual(["a", "b"]);
  });
});

describe("calls at the same time", () => {
  const project = { ProjectName: "atlas" };

  it("are answered as if they came one after the other", async () => {
    await using imm = await startTestImm();
    await imm.call("CreateProject", project);
    const create = (DatasetName: string) => imm.call("CreateDataset", { ...project, DatasetName });

    const same = await Promise.all(repeat(8, () => create("same")));
    const others = await Promise.all(
      repeat(24, async (n) => {
        const { status } = await create(`d${n}`);
        // Whoever has an answer finds what it was told.
        const found = await imm.call("GetDataset", { ...project, DatasetName: `d${n}` });
        return [status, found.status];
      }),
    );

    expect(same.map(({ body }) => body["Code"] ?? "created").toSorted()).toEqual([
      ...repeat(7, () => "ResourceAlreadyExists"),
      "created",
    ]);
    expect(others).toEqual(repeat(24, () => [200, 200]));
    const { body } = await imm.call("GetProject", project);
    expect(body["Project"]).toMatchObject({ DatasetCount: 25n });
  });
});
