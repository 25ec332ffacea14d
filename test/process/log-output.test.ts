import { closeSync, constants, existsSync, openSync, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/folder.ts";
import { makePipe, readPipe } from "../support/process/pipe.ts";
import { cloudAt, startProcess, type RunningProcess } from "../support/process/process.ts";
import { closedPort } from "../support/upstream/upstream.ts";

const opened: number[] = [];
afterEach(() => opened.splice(0).forEach((descriptor) => closeSync(descriptor)));

function open(path: string, flags: number | string): number {
  const descriptor = openSync(path, flags);
  opened.push(descriptor);
  return descriptor;
}

/** Nothing of it but its log is on a disk. */
async function settings() {
  const { port } = new URL(await closedPort());
  return { ...cloudAt(await closedPort()), IMM_METRICS_PORT: port };
}

/** Sends so many requests, 20 at a time, and tells how many were answered. */
async function answered(app: RunningProcess, count: number): Promise<number> {
  let good = 0;
  const ask = async () => {
    const { data } = await app.send(`query ${"A".repeat(100)} { __typename }`);
    if (data) good += 1;
  };
  for (let sent = 0; sent < count; sent += 20) await Promise.all(Array.from({ length: 20 }, ask));
  return good;
}

async function lostLines(port: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^imm_graphql_log_lines_lost_total (\d+)$/m.exec(text)![1]);
}

/** More lines, of about 350 bytes each, than the 64 KiB that a pipe holds. */
const manyLines = 240;

describe("a log that can't be written", () => {
  it.runIf(existsSync("/dev/full"))("costs no start, no request and no stop on a full disk", async () => {
    const env = await settings();
    await using app = await startProcess(env, { stderr: open("/dev/full", "w") });

    expect(await answered(app, 40)).toBe(40);
    expect(await lostLines(env.IMM_METRICS_PORT)).toBeGreaterThanOrEqual(40);
    app.kill("SIGTERM");
    expect(await app.exited).toBe(0);
  });

  it("loses the lines that a disk that fills up doesn't hold, and says how many once it has room", async () => {
    await using folder = await temporaryFolder();
    const log = join(folder.path, "log");
    const env = await settings();
    // A limit on files stands for the disk's: of 32 times 512 bytes, which a few dozen lines fill.
    await using app = await startProcess(env, { stderr: open(log, "a"), after: "ulimit -f 32" });

    expect(await answered(app, 100)).toBe(100);
    const lost = await lostLines(env.IMM_METRICS_PORT);
    expect(lost).toBeGreaterThan(0);
    const lines = readFileSync(log, "utf8").split("\n");
    expect(lines.slice(0, -1).map((line) => JSON.parse(line) as unknown)).toHaveLength(lines.length - 1);
    truncateSync(log);
    await answered(app, 20);
    app.kill("SIGTERM");
    expect(await app.exited).toBe(0);

    // The rest of a line that was torn has an end.
    const after = readFileSync(log, "utf8").split("\n").filter(Boolean);
    const entries = after.map((line) => JSON.parse(line) as { lines?: number; msg: string });
    expect(entries.filter(({ msg }) => msg === "request")).toHaveLength(20);
    expect(entries.find(({ lines: count }) => count !== undefined)).toMatchObject({
      lines: lost,
      msg: "log lines were lost: their reader was too slow, or the disk full",
    });
  });

  it("holds up neither requests nor probes nor the stop if nobody reads it", async () => {
    await using folder = await temporaryFolder();
    const pipe = makePipe(folder.path);
    await using app = await startProcess(await settings(), { stderr: open(pipe.path, "w") });

    expect(await answered(app, manyLines)).toBe(manyLines);
    expect((await fetch(new URL("/livez", app.url))).status).toBe(200);
    app.kill("SIGTERM");
    expect(await app.exited).toBe(0);
    closeSync(pipe.reader);
  });

  it.each([
    ["a pipe", constants.O_WRONLY],
    ["a pipe that doesn't block", constants.O_WRONLY | constants.O_NONBLOCK],
  ])("waits in a buffer until %s is read", async (_what, flags) => {
    await using folder = await temporaryFolder();
    const pipe = makePipe(folder.path);
    await using app = await startProcess(await settings(), { stderr: open(pipe.path, flags) });

    expect(await answered(app, manyLines)).toBe(manyLines);
    const read = readPipe(pipe);
    app.kill("SIGTERM");
    expect(await app.exited).toBe(0);
    closeSync(opened.pop()!);

    const lines = (await read).split("\n").filter(Boolean);
    const requests = lines
      .map((line) => JSON.parse(line) as { msg: string })
      .filter(({ msg }) => msg === "request");
    expect(requests).toHaveLength(manyLines);
  });

  it("loses every line of a reader that is gone", async () => {
    await using folder = await temporaryFolder();
    const pipe = makePipe(folder.path);
    const env = await settings();
    await using app = await startProcess(env, { stderr: open(pipe.path, "w") });
    closeSync(pipe.reader);

    expect(await answered(app, 40)).toBe(40);
    // That a pipe is broken is told when the next block is written.
    await expect.poll(() => lostLines(env.IMM_METRICS_PORT)).toBeGreaterThanOrEqual(40);
    app.kill("SIGTERM");
    expect(await app.exited).toBe(0);
  });
});

describe("IMM_LOG_LEVEL", () => {
  it.each([
    ["error", 50],
    ["off", Infinity],
  ])("set to %s leaves out what is less severe", async (level, least) => {
    await using app = await startProcess({ ...cloudAt(await closedPort()), IMM_LOG_LEVEL: level });

    await app.send('mutation { createProject(input: { projectName: "atlas" }) { requestId } }');
    app.kill("SIGTERM");
    await app.exited;

    expect(app.log.filter((line) => line.level < least)).toEqual([]);
    expect(app.log.length > 0).toBe(level === "error");
  });
});
