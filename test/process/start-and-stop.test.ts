import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { cloudAt, main, startProcess } from "../support/process/process.ts";

const createProject =
  'mutation { createProject(input: { projectName: "atlas" }) { project { projectName } } }';

function childrenOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  return existsSync(list) ? readFileSync(list, "utf8").split(" ").filter(Boolean).map(Number) : [];
}

describe("the process", () => {
  it("prints where it listens and nothing else, and answers there", async () => {
    await using folder = await temporaryFolder();
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });

    expect(app.stdout).toMatch(
      /^gateway {3}http:\/\/127\.0\.0\.1:\d+\/graphql\nlocal IMM http:\/\/127\.0\.0\.1:\d+ {2}\(AccessKey local \/ local-secret\)\n$/,
    );
    expect(app.log.map(({ level, msg }) => [level, msg.split(":")[0]])).toEqual([
      [30, "profile"],
      [30, "callers"],
      [30, "permissions"],
      [30, "rate"],
      [30, "pace"],
      [30, "size of a request"],
      [30, "other origins"],
      [30, "operations"],
      [30, "shown"],
      [30, "addresses of clients"],
    ]);
    expect(await app.send(createProject)).toEqual({
      data: { createProject: { project: { projectName: "atlas" } } },
    });
  });

  it("keeps idle connections for as long as IMM_KEEP_ALIVE_MS says", async () => {
    await using folder = await temporaryFolder();
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path, IMM_KEEP_ALIVE_MS: "620000" });

    const response = await fetch(new URL("/livez", app.url));

    expect([await response.text(), response.headers.get("keep-alive")]).toEqual(["ok", "timeout=620"]);
  });

  it("takes its keys from a file, signs with the first, and doesn't print it", async () => {
    await using folder = await temporaryFolder();
    const keysFile = join(folder.path, "keys.json");
    const policy = { Version: "1", Statement: [{ Effect: "Allow", Action: "imm:Get*", Resource: "*" }] };
    await writeFile(
      keysFile,
      JSON.stringify([{ accessKeyId: "a", accessKeySecret: "b", policies: [policy] }]),
    );
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path, IMM_LOCAL_KEYS: keysFile });

    expect(app.stdout).toMatch(/local IMM http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(await app.send('{ project(projectName: "none") { id } }')).toEqual({ data: { project: null } });
    expect((await app.send(createProject)).errors?.[0]?.extensions).toMatchObject({
      code: "FORBIDDEN",
      imm: { authAction: "imm:CreateProject", noPermissionType: "ImplicitDeny" },
    });
  });

  it.each(["SIGTERM", "SIGINT", "SIGHUP"] as const)(
    "stops with status 0 at %s, also at a second one",
    async (signal) => {
      await using folder = await temporaryFolder();
      await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
      await app.send(createProject);

      app.kill(signal);
      app.kill(signal);

      expect(await app.exited).toBe(0);
      expect(app.log.filter(({ level }) => level > 30)).toEqual([]);
    },
  );

  const canBeFirst = spawnSync("unshare", ["--pid", "--fork", "true"]).status === 0;

  // A namespace of processes takes rights that not everybody has.
  it.runIf(canBeFirst)("ends as process 1 too, by a signal during its start", async () => {
    await using folder = await temporaryFolder();
    const child = spawn("unshare", ["--pid", "--fork", "--kill-child", process.execPath, main], {
      env: { PATH: process.env["PATH"] ?? "", PORT: "0", IMM_LOCAL_PORT: "0", IMM_LOCAL_DIR: folder.path },
      stdio: ["ignore", "pipe", "ignore"],
    });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    const closed = once(child, "close");
    try {
      // To process 1 a signal that it doesn't listen to yet is none.
      const signals = setInterval(
        () => childrenOf(child.pid!).forEach((pid) => process.kill(pid, "SIGTERM")),
        20,
      );
      const [code] = (await closed.finally(() => clearInterval(signals))) as [number | null];
      expect([code, stdout]).toEqual([0, ""]);
    } finally {
      child.kill("SIGKILL");
    }
  });

  it("keeps what it was told over a stop", async () => {
    await using folder = await temporaryFolder();
    {
      await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
      await app.send(createProject);
      app.kill("SIGTERM");
      await app.exited;
    }
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });

    expect(await app.send('{ project(projectName: "atlas") { projectName } }')).toEqual({
      data: { project: { projectName: "atlas" } },
    });
  });

  it("doesn't wait for a connection that asks for nothing", async () => {
    await using folder = await temporaryFolder();
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
    const connections = [...app.stdout.matchAll(/:(\d+)/g)].map(([, port]) =>
      connect(Number(port), "127.0.0.1"),
    );
    await Promise.all(connections.map((connection) => once(connection, "connect")));

    app.kill("SIGTERM");

    // What is in flight has 10 seconds: this is not in flight.
    expect(await Promise.race([app.exited, setTimeout(8_000, "late")])).toBe(0);
  });

  it("finishes what is in flight before it stops, and takes nothing new", async () => {
    const upstream = createServer();
    upstream.listen(0, "127.0.0.1");
    await once(upstream, "listening");
    await using app = await startProcess(
      cloudAt(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`),
    );
    const called = once(upstream, "request");
    const answer = app.send(createProject);
    const [, response] = await called;

    app.kill("SIGTERM");
    await refused(app.url);
    response.end(JSON.stringify({ RequestId: "R", Project: { ProjectName: "atlas" } }));

    expect(await answer).toEqual({ data: { createProject: { project: { projectName: "atlas" } } } });
    expect(await app.exited).toBe(0);
    expect(app.stdout).toMatch(/^gateway {3}http:\S+\n$/);
    upstream.close();
  });
});

/** Calls until nobody listens any more. */
async function refused(url: string): Promise<void> {
  try {
    for (;;) await fetch(url, { headers: { connection: "close" } });
  } catch {
    // What was waited for.
  }
}

function isInstalled(packageName: string): boolean {
  try {
    createRequire(import.meta.url).resolve(packageName);
    return true;
  } catch {
    return false;
  }
}

describe("a start that can't be", () => {
  async function failure(settings: Record<string, string>) {
    await using app = await startProcess(settings);
    expect(await app.exited).toBe(1);
    expect(app.stdout).toBe("");
    expect(app.stderr).not.toContain("    at ");
    return app.stderr.trimEnd();
  }

  it("names every unusable setting", async () => {
    expect(await failure({ PORT: "http", IMM_BACKEND: "moon", IMM_LOCL_DIR: "x" })).toBe(
      [
        "The settings are not usable:",
        '  IMM_BACKEND: "moon" is not local or cloud.',
        '  PORT: "http" is not a port, 0 to 65535.',
        "  IMM_LOCL_DIR: there is no such setting.",
      ].join("\n"),
    );
  });

  it.each(["production ", "Production"])("doesn't take NODE_ENV=%j for development", async (NODE_ENV) => {
    expect(await failure({ NODE_ENV })).toBe(
      `The settings are not usable:\n  NODE_ENV: ${JSON.stringify(NODE_ENV)} is not production, and would mean development: write production, in lower case and with nothing around it.`,
    );
  });

  it("names a port that is in use", async () => {
    await using folder = await temporaryFolder();
    await using other = await temporaryFolder();
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
    const [gatewayPort, localPort] = [...app.stdout.matchAll(/:(\d+)/g)].map(([, port]) => port!);

    expect(await failure({ IMM_LOCAL_DIR: other.path, PORT: gatewayPort! })).toBe(
      `Port ${gatewayPort} of 127.0.0.1 is in use: set PORT or HOST to another; PORT=0 picks one.`,
    );
    expect(await failure({ IMM_LOCAL_DIR: other.path, IMM_LOCAL_PORT: localPort! })).toContain(
      `Port ${localPort} of 127.0.0.1`,
    );
  });

  it("names a data folder that another process uses", async () => {
    await using folder = await temporaryFolder();
    await using app = await startProcess({ IMM_LOCAL_DIR: folder.path });
    expect(app.url).not.toBe("");

    expect(await failure({ IMM_LOCAL_DIR: folder.path })).toMatch(/^[^\n]*in use[^\n]*$/);
  });

  it("names a data folder that can't be written", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "file");
    await writeFile(file, "");

    expect(await failure({ IMM_LOCAL_DIR: join(file, "below") })).toMatch(/^[^\n]*file\/below[^\n]*$/);
  });

  it.runIf(process.platform === "linux")("names a place where no folder can be", async () => {
    expect(await failure({ IMM_LOCAL_DIR: "/proc/imm/data" })).toMatch(
      /^The folder \/proc\/imm can't be made[^\n]*$/,
    );
  });

  it.each([
    [
      "naming a condition twice",
      '[{"accessKeyId":"a","accessKeySecret":"secret","policies":[{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"acs:SecureTransport":"true"}},"Condition":{}}]}]}]',
    ],
    ["missing", undefined],
    ["not JSON", "secret"],
    ["not a list of keys", "{}"],
  ])("names a file of keys that is %s, and none of its content", async (_what, content) => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "keys.json");
    if (content !== undefined) await writeFile(file, content);

    const message = await failure({ IMM_LOCAL_DIR: folder.path, IMM_LOCAL_KEYS: file });

    expect(message).toContain("IMM_LOCAL_KEYS");
    expect(message).not.toContain("secret");
  });

  it.skipIf(isInstalled("@alicloud/imm20200930"))(
    "names the package that IMM_TRANSPORT=sdk needs",
    async () => {
      await using folder = await temporaryFolder();

      expect(await failure({ IMM_LOCAL_DIR: folder.path, IMM_TRANSPORT: "sdk" })).toContain(
        "npm install @alicloud/imm20200930",
      );
    },
  );
});
