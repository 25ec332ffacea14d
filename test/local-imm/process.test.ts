import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { Agent, createServer, request as openRequest, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import { describe, expect, it } from "vitest";
import { startLocalImm } from "../../src/local-imm/server.ts";
import { send } from "./send.ts";
import { signV3 } from "./signature/sign.ts";
import { accountId, makeFolder, region, root, startTestImm, toDate } from "./start.ts";

const key = { ProjectName: "atlas", DatasetName: "photos" };

describe("the process", () => {
  it("keeps what it was told over a restart", async () => {
    using folder = makeFolder();
    const before = await startTestImm({ dir: folder.path });
    await before.call("CreateProject", { ...key, Tag: [{ Key: "team", Value: "maps" }] });
    await before.call("CreateDataset", {
      ...key,
      Description: "測試",
      DatasetMaxTotalFileSize: 2n ** 63n - 1n,
    });
    const [project, dataset] = [await before.call("GetProject", key), await before.call("GetDataset", key)];
    await before.close();

    await using after = await startTestImm({ dir: folder.path });

    expect((await after.call("GetProject", key)).body["Project"]).toEqual(project.body["Project"]);
    expect((await after.call("GetDataset", key)).body["Dataset"]).toEqual(dataset.body["Dataset"]);
  });

  it("leaves one file and a folder behind", async () => {
    using folder = makeFolder();
    const dir = join(folder.path, "made", "on", "the", "way");
    const imm = await startTestImm({ dir });
    await imm.call("CreateProject", key);
    await imm.close();

    expect(statSync(join(dir, "buckets")).isDirectory()).toBe(true);
    expect(statSync(join(dir, "imm.db")).isFile()).toBe(true);
    expect(existsSync(join(dir, "imm.db-wal"))).toBe(false);
  });

  it("closes once, however often it is asked to", async () => {
    await using imm = await startTestImm();

    await Promise.all([imm.close(), imm.close()]);
    await imm.close();

    await expect(imm.call("ListProjects")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  it("finishes what is in flight when it closes", async () => {
    using folder = makeFolder();
    const imm = await startTestImm({ dir: folder.path });
    using agent = disposable(new Agent({ keepAlive: true }));
    const { path, headers, body } = signV3("CreateProject", imm.signing({ form: { ProjectName: "atlas" } }));
    const sending = openRequest(imm.url, { method: "POST", path, headers, agent, setHost: false });
    sending.write(body!.slice(0, 3));
    await once(sending, "socket");
    await imm.call("ListProjects"); // by now the first call has been taken

    const closed = imm.close();
    sending.end(body!.slice(3));
    const [response] = await once(sending, "response");

    expect(response.statusCode).toBe(200);
    response.resume();
    await closed;
    await using after = await startTestImm({ dir: folder.path });
    expect(await after.call("GetProject", key)).toMatchObject({ status: 200 });
  });

  it("keeps a connection for longer than clients do, so that none is closed under a call", async () => {
    await using imm = await startTestImm();
    using agent = disposable(new Agent({ keepAlive: true }));
    const { path, headers } = signV3("ListProjects", imm.signing());

    const sending = openRequest(imm.url, { method: "POST", path, headers, agent }).end();
    const [response] = (await once(sending, "response")) as [IncomingMessage];
    response.resume();

    expect(response.headers["keep-alive"]).toBe("timeout=75");
  });

  it("doesn't wait for connections that ask for nothing", async () => {
    await using imm = await startTestImm();
    using agent = disposable(new Agent({ keepAlive: true }));
    const { path, headers } = signV3("ListProjects", imm.signing());
    const sending = openRequest(imm.url, { method: "POST", path, headers, agent }).end();
    const [response] = await once(sending, "response");
    response.resume();
    await once(response, "end");
    const silent = connect(Number(new URL(imm.url).port), "127.0.0.1");
    await once(silent, "connect");

    const before = performance.now();
    await imm.close();

    // Node itself ends a connection that says nothing after a minute.
    expect(performance.now() - before).toBeLessThan(30_000);
  });

  it("refuses a folder that is in use here", async () => {
    using folder = makeFolder();
    await using imm = await startTestImm({ dir: folder.path });

    await expect(startTestImm({ dir: folder.path })).rejects.toThrow(
      `${join(folder.path, "imm.db")} is in use by another process: stop that one, or choose another folder.`,
    );
    expect(await imm.call("CreateProject", key)).toMatchObject({ status: 200 });
  });

  it("refuses a folder that another process uses, until that one is gone", async () => {
    using folder = makeFolder();
    await (await startTestImm({ dir: folder.path })).close();
    const holder = spawn(process.execPath, ["--input-type=module", "--eval", holdDatabase], {
      env: { ...process.env, FILE: join(folder.path, "imm.db") },
    });
    try {
      await once(holder.stdout, "data");

      await expect(startTestImm({ dir: folder.path })).rejects.toThrow(/is in use by another process/);
    } finally {
      holder.kill("SIGKILL");
      await once(holder, "exit");
    }
    await using imm = await startTestImm({ dir: folder.path });
    expect(await imm.call("ListProjects")).toMatchObject({ status: 200 });
  });

  it("refuses the folder of a newer release, and leaves it as it is", async () => {
    using folder = makeFolder();
    const path = join(folder.path, "imm.db");
    const newer = new DatabaseSync(path);
    newer.exec("CREATE TABLE Later (A); PRAGMA user_version = 1000");
    newer.close();
    const before = readFileSync(path);

    await expect(startTestImm({ dir: folder.path })).rejects.toThrow(
      /was written by a newer release \(schema 1000, this one knows \d+\): run that release, or choose another folder\.$/,
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("refuses a file that is no database", async () => {
    using folder = makeFolder();
    writeFileSync(join(folder.path, "imm.db"), "A letter, of more than a hundred bytes. ".repeat(4));

    await expect(startTestImm({ dir: folder.path })).rejects.toThrow(
      /is not a database of the local IMM: move it away/,
    );
  });

  it("refuses a folder that can't be made", async () => {
    using folder = makeFolder();
    writeFileSync(join(folder.path, "file"), "");

    await expect(startTestImm({ dir: join(folder.path, "file", "data") })).rejects.toThrow(
      /^The folder .* can't be made \(ENOTDIR\): check its path and permissions, or choose another\.$/,
    );
  });

  it("refuses a port that is taken, and lets go of the folder", async () => {
    using folder = makeFolder();
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;

    const options = { dir: folder.path, region, accountId, keys: [root] };
    await expect(startLocalImm({ ...options, port })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is already in use: choose another for the local IMM; 0 picks a free one.`,
    );
    other.close();
    await once(other, "close");
    await using imm = await startLocalImm({ ...options, port });
    expect(imm.url).toBe(`http://127.0.0.1:${port}`);
  });

  it("tells the time of the system, unless it is given one", async () => {
    using folder = makeFolder();
    await using imm = await startLocalImm({ dir: folder.path, port: 0, region, accountId, keys: [root] });
    const before = Date.now();

    const { host } = new URL(imm.url);
    const date = toDate(BigInt(before) * 1_000_000n);
    const request = signV3("CreateProject", { key: root, date, host, query: { ProjectName: "atlas" } });
    const { Project } = (await send(imm.url, request)).body as { Project: { CreateTime: string } };

    expect(Project.CreateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,8}[1-9])?\+08:00$/);
    expect(Math.abs(Date.parse(Project.CreateTime) - before)).toBeLessThan(60_000);
  });
});

const holdDatabase = `
  import { DatabaseSync } from "@photostructure/sqlite";
  const db = new DatabaseSync(process.env.FILE);
  db.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
  console.log("held");
  setInterval(() => db, 60_000);
`;

function disposable(agent: Agent): Agent & Disposable {
  return Object.assign(agent, { [Symbol.dispose]: () => agent.destroy() });
}
