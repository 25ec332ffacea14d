import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { startProcess, type RunningProcess } from "../support/process/process.ts";

const create = (name: string, description = "") =>
  `mutation { createProject(input: { projectName: "${name}", description: "${description}" }) { requestId } }`;

async function probe(app: RunningProcess, path: string) {
  const response = await fetch(new URL(path, app.url));
  return [response.status, await response.text()];
}

/** What it logged of its store. */
function errorsOf(app: RunningProcess) {
  return app.log.filter(({ level, msg }) => level === 50 && msg.includes("imm.db")).map(({ msg }) => msg);
}

describe("the process, when its store fails", () => {
  it("refuses writes, says so at /readyz and once in its log, and stops well", async () => {
    await using folder = await temporaryFolder();
    const dir = join(folder.path, "data");
    await using app = await startProcess({ IMM_LOCAL_DIR: dir });
    expect(await app.send(create("atlas"))).toMatchObject({ data: { createProject: {} } });
    expect(await probe(app, "/readyz")).toEqual([200, "ok"]);

    await rm(dir, { recursive: true });

    const path = join(dir, "imm.db");
    const message = `${path} was removed or moved while in use: put it back; or make a backup, which still has everything, stop this process, and start it from the backup; nothing is stored until then.`;
    for (const name of ["maps", "more"]) {
      expect(await app.send(create(name))).toMatchObject({
        errors: [
          { message, extensions: { code: "UPSTREAM_UNAVAILABLE", imm: { code: "ServiceUnavailable" } } },
        ],
      });
    }
    expect(await app.send('{ project(projectName: "atlas") { projectName } }')).toEqual({
      data: { project: { projectName: "atlas" } },
    });
    expect(await probe(app, "/readyz")).toEqual([503, "local IMM: imm.db was removed or moved while in use"]);
    expect(await probe(app, "/livez")).toEqual([200, "ok"]);
    expect(errorsOf(app)).toEqual([message]);
    app.kill("SIGTERM");
    expect(await app.exited).toBe(0);
  });

  it("doesn't start on a damaged one", async () => {
    await using folder = await temporaryFolder();
    {
      await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
      app.kill("SIGTERM");
      expect(await app.exited).toBe(0);
    }
    const path = join(folder.path, "imm.db");
    const bytes = Buffer.alloc(4096, 255);
    await writeFile(path, bytes, { flag: "r+", flush: true });

    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });

    expect(await app.exited).toBe(1);
    expect(app.stdout).toBe("");
    expect(app.stderr).toBe(
      `${path} is not a database of the local IMM: move it away, or choose another folder.\n`,
    );
  });

  // Windows has no such limits.
  it.skipIf(process.platform === "win32")("says that a file may not grow, and reads on", async () => {
    await using folder = await temporaryFolder();
    // Of blocks: 1280 KiB, or half of it.
    const limited = { after: "ulimit -f 1280" };
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path, IMM_EXPLORER: "off" }, limited);
    let stored = 0;
    let answer = await app.send(create("p0"));
    while (!answer.errors && stored < 300) {
      stored += 1;
      answer = await app.send(create(`p${stored}`, "測".repeat(256)));
    }

    const path = join(folder.path, "imm.db");
    const message = `${path} can't be read or written: check the disk (SQLite says: disk I/O error).`;
    expect(answer).toMatchObject({ errors: [{ message, extensions: { code: "UPSTREAM_UNAVAILABLE" } }] });
    const read = await app.send<{ projects: { nodes: unknown[] } }>(
      "{ projects(first: 200) { nodes { id } } }",
    );
    expect(read.data!.projects.nodes).toHaveLength(stored);
    expect(errorsOf(app)).toEqual([message]);
    app.kill("SIGTERM");
    expect(await app.exited).toBe(0);
  });

  it.skipIf(process.platform === "win32")(
    "says which limit to raise, if it may open too few files",
    async () => {
      await using folder = await temporaryFolder();
      await using app = await startProcess({ IMM_LOCAL_DIR: folder.path }, { after: "ulimit -n 64" });

      expect(await app.exited).toBe(1);
      expect(app.stdout).toBe("");
      // Before that it may log that the store couldn't be closed as usual.
      expect(app.stderr).toMatch(
        /(^|\n)EMFILE: [^\n]+\nToo many files are open: raise the limit \(`ulimit -n 1024`\) and start again\.\n$/,
      );
    },
  );

  it.skipIf(process.platform === "win32").each([0, 1])(
    "names its file, if no more than %i can be opened",
    async (free) => {
      await using folder = await temporaryFolder();
      const script = join(folder.path, "start.mjs");
      await writeFile(script, openAllBut(free));
      await using app = await startProcess({ DIR: folder.path }, { after: "ulimit -n 512", script });

      expect(await app.exited).toBe(0);
      expect(app.stdout).toBe(
        `${join(folder.path, "imm.db")} can't be opened, this process has too many files open: raise the limit (\`ulimit -n 1024\`) and start it again.\n`,
      );
    },
  );
});

/** A program that opens all files that it may but so many, then starts a local IMM. */
function openAllBut(free: number): string {
  return `
    import { closeSync, openSync } from "node:fs";
    import { startLocalImm } from ${JSON.stringify(new URL("../../dist/local-imm/server.js", import.meta.url).href)};
    const files = [];
    try {
      for (;;) files.push(openSync("/dev/null"));
    } catch {
      for (const file of files.splice(0, ${free})) closeSync(file);
    }
    const options = { port: 0, region: "cn-shanghai", accountId: "1", keys: [] };
    try {
      await startLocalImm({ dir: process.env.DIR, ...options });
    } catch ({ message }) {
      for (const file of files) closeSync(file);
      console.log(message);
    }
  `;
}
