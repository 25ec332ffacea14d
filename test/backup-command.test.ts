import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { createServer as createNetServer, type AddressInfo, type Server as NetServer } from "node:net";
import { dirname, join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { runBackupCommand } from "../src/backup-command.ts";
import { readConfig } from "../src/config.ts";
import { backUp } from "../src/local-imm/backup/backup.ts";
import type { LocalKey } from "../src/local-imm/keys.ts";
import { signV1, signV3 } from "./local-imm/signature/sign.ts";
import { makeFolder, startTestImm, type TestImm } from "./local-imm/start.ts";

const root: LocalKey = { accessKeyId: "root", accessKeySecret: "b", securityToken: "c" };
const reader: LocalKey = { accessKeyId: "reader", accessKeySecret: "a", policies: [] };

const run = (settings: Record<string, string>, ...args: string[]) =>
  runBackupCommand(args, readConfig(settings));

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

const httpServer = (answer: (response: ServerResponse) => void) =>
  createServer((_request, response) => answer(response));

/** Something that listens, and isn't a local IMM. */
async function listen(server: NetServer) {
  const sockets = new Set<{ destroy(): void }>();
  server.on("connection", (socket) => sockets.add(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    settings: { IMM_LOCAL_PORT: String(port) },
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

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

  it("finds the process by another path to the same folder", async () => {
    using at = prepare();
    await using imm = await at.start();
    const link = join(at.path, "link");
    symlinkSync(at.dir, link);

    await run({ ...at.settings, ...portOf(imm), IMM_LOCAL_DIR: link }, "backup", at.file);

    expect(existsSync(at.file)).toBe(true);
  });

  it("reads the folder itself if what listens refuses, unless it is in use", async () => {
    using at = prepare();
    await (await at.start()).close();
    await using other = await startTestImm({ dir: join(at.path, "other") });
    other.clock.now = BigInt(Date.now()) * 1_000_000n;
    const settings = { ...at.settings, ...portOf(other) };

    await run(settings, "backup", at.file);

    expect(existsSync(at.file)).toBe(true);
    await using holder = await at.start();
    expect(holder.problem()).toBeUndefined();
    await expect(run(settings, "backup", `${at.file}2`)).rejects.toThrow(
      "made no backup: Specified access key is not found",
    );
  });

  it.each([
    ["no JSON", "no JSON"],
    ["null", "null"],
    ["an unknown code", '{"Code":"Else"}'],
    ["without end", "x".repeat(70_000)],
  ])("says that it isn't a local IMM that answers %s", async (_what, text) => {
    using at = prepare();
    await using server = await listen(httpServer((response) => response.end(text)));

    await expect(run({ ...at.settings, ...server.settings }, "backup", at.file)).rejects.toThrow(
      `What listens at 127.0.0.1:${server.port} made no backup: it isn't a local IMM. (`,
    );
  });

  it.each<[what: string, server: () => NetServer, reason: string]>([
    [
      "speaks something else",
      () => createNetServer((socket) => socket.on("error", () => {}).end("SSH-2.0-OpenSSH\r\n")),
      "it doesn't speak HTTP.",
    ],
    [
      "hangs up",
      () => createNetServer((socket) => socket.once("data", () => socket.destroy())),
      "it hung up before it answered.",
    ],
    ["never answers", () => createNetServer(() => {}), "it didn't answer within 0.1 seconds."],
    [
      "never ends its answer",
      () => httpServer((response) => response.write("{")),
      "it didn't answer within 0.1 seconds.",
    ],
  ])("names the port and what to do if what listens there %s", async (_what, create, reason) => {
    using at = prepare();
    await using server = await listen(create());
    const options = {
      dir: at.dir,
      port: server.port,
      key: root,
      timeoutMs: reason.includes("0.1") ? 100 : 5000,
    };

    await expect(backUp(at.file, options)).rejects.toThrow(
      `What listens at 127.0.0.1:${server.port} made no backup: ${reason} (IMM_LOCAL_PORT and IMM_LOCAL_KEYS must be those of the running process.)`,
    );
  });

  it("hands on what the store says, with no advice on settings", async () => {
    using at = prepare();
    const reply = JSON.stringify({ Code: "ServiceUnavailable", Message: "imm.db is damaged: do this." });
    await using server = await listen(httpServer((response) => response.end(reply)));

    await expect(run({ ...at.settings, ...server.settings }, "backup", at.file)).rejects.toThrow(
      /made no backup: imm\.db is damaged: do this\.$/,
    );
  });

  const uuid = "0b5a4b6e-0c2f-4f43-9d4f-0a8a3a1d9f10";

  it.each<[what: string, file: (dir: string, parent: string) => string]>([
    ["a file anywhere", (_dir, parent) => join(parent, "victim", "a.txt")],
    ["a file in the folder", (dir) => join(dir, "imm.db")],
    ["a file named as a copy, elsewhere", (_dir, parent) => join(parent, "backup-abcdef", `${uuid}.db`)],
    ["a file in a copy's place that isn't a store", (dir) => join(dir, "backup-abcdef", `${uuid}.db`)],
  ])("believes no reply that names %s, and removes nothing", async (_what, fileOf) => {
    using at = prepare();
    await using holder = await at.start();
    expect(holder.problem()).toBeUndefined();
    const named = fileOf(at.dir, at.path);
    mkdirSync(dirname(named), { recursive: true });
    if (named !== at.database) writeFileSync(named, "precious");
    const { size } = statSync(named);
    const before = readdirSync(at.path, { recursive: true });
    const reply = JSON.stringify({ File: named });
    await using server = await listen(httpServer((response) => response.end(reply)));

    await expect(run({ ...at.settings, ...server.settings }, "backup", at.file)).rejects.toThrow(
      `What listens at 127.0.0.1:${server.port} isn't the local IMM of ${at.dir}: `,
    );

    expect(readdirSync(at.path, { recursive: true })).toEqual(before);
    expect(statSync(named).size).toBe(size);
  });

  it("follows no link to a copy", async () => {
    using at = prepare();
    await using holder = await at.start();
    expect(holder.problem()).toBeUndefined();
    const victim = join(at.path, "victim");
    mkdirSync(victim);
    writeFileSync(join(victim, `${uuid}.db`), "");
    symlinkSync(victim, join(at.dir, "backup-abcdef"));
    const reply = JSON.stringify({ File: join(at.dir, "backup-abcdef", `${uuid}.db`) });
    await using server = await listen(httpServer((response) => response.end(reply)));

    await expect(run({ ...at.settings, ...server.settings }, "backup", at.file)).rejects.toThrow(
      "it names a file that is none of its copies",
    );
    expect(readdirSync(victim)).toEqual([`${uuid}.db`]);
  });

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
    await expect(run(settings, "backup", "--help")).rejects.toThrow(usage);
    await expect(run(settings, "--help")).rejects.toThrow(usage);
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

it("removes the copies that killed commands have left, at the next start", async () => {
  using at = prepare();
  const copy = "0b5a4b6e-0c2f-4f43-9d4f-0a8a3a1d9f10.db";
  const old = new Date(Date.now() - 2 * 3_600_000);
  const make = (folder: string, files: string[], time?: Date) => {
    mkdirSync(join(at.dir, folder), { recursive: true });
    for (const file of files) writeFileSync(join(at.dir, folder, file), "");
    if (time) utimesSync(join(at.dir, folder), time, time);
  };
  make("backup-stale1", [copy], old);
  make("backup-empty1", [], old);
  make("backup-young1", [copy]);
  make("backup-mine01", [copy, "notes.txt"], old);
  make("backup-of-monday", [copy], old);

  await using imm = await at.start();
  expect(imm.problem()).toBeUndefined();

  expect(readdirSync(at.dir).filter((name) => name.startsWith("backup-"))).toEqual([
    "backup-mine01",
    "backup-of-monday",
    "backup-young1",
  ]);
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
