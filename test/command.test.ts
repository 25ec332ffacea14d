import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { runCommand } from "../src/command.ts";
import { readConfig } from "../src/config.ts";
import type { LocalKey } from "../src/local-imm/keys.ts";
import { signV1, signV3 } from "./local-imm/sign.ts";
import { makeFolder, startTestImm, type TestImm } from "./local-imm/start.ts";

const root: LocalKey = { accessKeyId: "root", accessKeySecret: "b", securityToken: "c" };
const reader: LocalKey = { accessKeyId: "reader", accessKeySecret: "a", policies: [] };

const run = (settings: Record<string, string>, ...args: string[]) => runCommand(args, readConfig(settings));

/** A folder with keys, and how a command is given both. */
function prepare(keys = [reader, root]) {
  const folder = makeFolder();
  const keysFile = join(folder.path, "keys.json");
  writeFileSync(keysFile, JSON.stringify(keys));
  const dir = join(folder.path, "data");
  return {
    dir,
    database: join(dir, "imm.db"),
    file: join(folder.path, "backup.db"),
    path: folder.path,
    settings: { IMM_LOCAL_DIR: dir, IMM_LOCAL_KEYS: keysFile, IMM_LOCAL_PORT: "0" },
    async start(at = dir) {
      const imm = await startTestImm({ dir: at, keys });
      // A command signs by the system's clock.
      imm.clock.now = BigInt(Date.now()) * 1_000_000n;
      return imm;
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

const portOf = ({ url }: TestImm) => ({ IMM_LOCAL_PORT: new URL(url).port });

describe("the command backup", () => {
  it("asks the process by a key that has no policies", async () => {
    using at = prepare();
    await using imm = await at.start();

    expect(await run({ ...at.settings, ...portOf(imm) }, "backup", at.file)).toBe(`backup    ${at.file}`);

    const backup = new DatabaseSync(at.file, { readOnly: true });
    expect(backup.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    backup.close();
  });

  it("may not ask by a key that has some", async () => {
    using at = prepare([reader]);
    await using imm = await at.start();

    await expect(run({ ...at.settings, ...portOf(imm) }, "backup", at.file)).rejects.toThrow(
      "A backup needs a key without policies",
    );
  });

  it("overwrites nothing", async () => {
    using at = prepare();
    await using imm = await at.start();
    const mine = join(at.path, "mine.txt");
    writeFileSync(mine, "mine");

    for (const file of [mine, at.path, at.database]) {
      await expect(run({ ...at.settings, ...portOf(imm) }, "backup", file)).rejects.toThrow(
        `${file} exists: name a file that doesn't, or move it away.`,
      );
    }
    expect(readFileSync(mine, "utf8")).toBe("mine");
  });

  it("says where to find the process, if it can't", async () => {
    using at = prepare();
    await using imm = await at.start();
    await using other = await at.start(join(at.path, "other"));
    expect(imm.url).not.toBe(other.url);
    const inUse = `${at.database} is in use by a process that listens at another port: set IMM_LOCAL_PORT to the one that it printed when it started.`;

    await expect(run(at.settings, "backup", at.file)).rejects.toThrow(inUse);
    await expect(run({ ...at.settings, ...portOf(other) }, "backup", at.file)).rejects.toThrow(inUse);
  });

  it.each(["no JSON", "null", '{"Code":"Else"}'])(
    "says that it isn't a local IMM that answers %s",
    async (text) => {
      using at = prepare();
      const server = createServer((_request, response) => response.end(text)).listen(0, "127.0.0.1");
      try {
        await once(server, "listening");
        const port = String((server.address() as AddressInfo).port);

        await expect(run({ ...at.settings, IMM_LOCAL_PORT: port }, "backup", at.file)).rejects.toThrow(
          `What listens at 127.0.0.1:${port} made no backup: it isn't a local IMM (`,
        );
      } finally {
        server.close();
      }
    },
  );

  it("says what is in its way", async () => {
    using at = prepare();
    const { settings, file } = at;
    const usage = /^Usage: /;

    await expect(run(settings, "backup", file)).rejects.toThrow(
      `There is no ${at.database}: IMM_LOCAL_DIR must name the data folder.`,
    );
    await (await at.start()).close();
    const nowhere = join(at.path, "none", "b.db");
    await expect(run(settings, "backup", nowhere)).rejects.toThrow(
      `${nowhere} can't be written (ENOENT): check its folder and the room on its disk.`,
    );
    await expect(run(settings, "backup")).rejects.toThrow(usage);
    await expect(run(settings, "backup", file, "more")).rejects.toThrow(usage);
    await expect(run(settings, "restore", file)).rejects.toThrow(usage);
    await expect(run({ IMM_BACKEND: "cloud", IMM_REGION: "cn-shanghai" }, "backup", file)).rejects.toThrow(
      "IMM_BACKEND=local",
    );
    writeFileSync(at.database, "no database, but more than a hundred bytes of text. ".repeat(3));
    await expect(run(settings, "backup", file)).rejects.toThrow("is not a database of the local IMM");
  });

  it("leaves nothing behind but its file", async () => {
    using at = prepare();
    await using imm = await at.start();
    await run({ ...at.settings, ...portOf(imm) }, "backup", at.file);

    expect(readdirSync(at.dir).toSorted()).toEqual(["buckets", "imm.db", "imm.db-wal"]);
  });
});

it("takes no backup call that is signed in parameters, as a web page can", async () => {
  using at = prepare();
  await using imm = await at.start();
  const options = imm.signing({ key: root, query: { Dir: at.dir } });

  expect(await imm.send(signV1("LocalBackup", options))).toMatchObject({
    status: 403,
    body: { Code: "NoPermission" },
  });
  expect(await imm.send(signV3("LocalBackup", options))).toMatchObject({ status: 200 });
});
