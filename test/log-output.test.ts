import { openSync } from "node:fs";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { createLogOutput } from "../src/log-output.ts";
import { temporaryFolder } from "./support/folder.ts";
import { makePipe, readPipe } from "./support/pipe.ts";

/** 10,000 bytes with its end. */
const line = (n: number) => `${String(n).padEnd(9_999, ".")}\n`;

describe("the log's output to a pipe", () => {
  it("keeps as much as it may for a late reader, counts what it loses, and tells it once there is room", async () => {
    await using folder = await temporaryFolder();
    const pipe = makePipe(folder.path);
    const stream = new Socket({ fd: openSync(pipe.path, "w"), readable: false, writable: true });
    const told: number[] = [];
    const output = createLogOutput(stream, {
      maxBytes: 200_000,
      onRoom(lost) {
        told.push(lost);
        output.write(`lost ${lost}\n`);
      },
    });

    for (let n = 0; n < 100; n += 1) output.write(line(n));

    // What the system's pipe holds is the system's choice.
    const { lost } = output;
    expect(lost).toBeGreaterThan(50);
    expect(lost).toBeLessThanOrEqual(80);
    expect(told).toEqual([]);
    await output.flush(1);

    const read = readPipe(pipe);
    await output.flush(60_000);
    output.write(line(100));
    stream.destroySoon();
    const lines = (await read).split("\n").filter(Boolean);
    const kept = Array.from({ length: 100 - lost }, (_, n) => String(n));
    expect(lines.map((one) => one.replace(/\.+$/, ""))).toEqual([...kept, `lost ${lost}`, "100"]);
    expect([output.lost, told]).toEqual([lost, [lost]]);
  });

  it("tells later of lines whose count was lost too", async () => {
    await using folder = await temporaryFolder();
    const pipe = makePipe(folder.path);
    const stream = new Socket({ fd: openSync(pipe.path, "w"), readable: false, writable: true });
    const told: number[] = [];
    const output = createLogOutput(stream, {
      maxBytes: 200_000,
      onRoom(lost) {
        told.push(lost);
        output.write(told.length === 1 ? "x".repeat(300_000) : `lost ${lost}\n`);
      },
    });
    for (let n = 0; n < 100; n += 1) output.write(line(n));
    const { lost } = output;

    const read = readPipe(pipe);
    await output.flush(60_000);
    output.write("more\n");
    stream.destroySoon();

    expect((await read).split("\n").slice(-3)).toEqual(["more", `lost ${lost + 1}`, ""]);
    expect(told).toEqual([lost, lost + 1]);
  });
});
