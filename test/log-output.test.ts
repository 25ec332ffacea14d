import { openSync } from "node:fs";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { createLogOutput } from "../src/log-output.ts";
import { temporaryFolder } from "./support/folder.ts";
import { makePipe, readPipe } from "./support/process/pipe.ts";

/** 10,000 bytes with its end. */
const line = (n: number) => `${String(n).padEnd(9_999, ".")}\n`;

/** An output to a pipe that nobody reads yet; what it says of lost lines is a line that `note` makes. */
function openOutput(folder: string, note: (lost: number) => string) {
  const pipe = makePipe(folder);
  const stream = new Socket({ fd: openSync(pipe.path, "w"), readable: false, writable: true });
  const output = createLogOutput(stream, {
    maxBytes: 200_000,
    onWritable: (lost) => output.write(note(lost)),
  });
  return { output, stream, read: () => readPipe(pipe) };
}

describe("the log's output to a pipe", () => {
  it("keeps as much as it may for a late reader, counts what it loses, and tells it once there is room", async () => {
    await using folder = await temporaryFolder();
    const { output, stream, read } = openOutput(folder.path, (lost) => `lost ${lost}\n`);

    for (let n = 0; n < 100; n += 1) output.write(line(n));

    // What the system's pipe holds is the system's choice.
    const { lost } = output;
    expect(lost).toBeGreaterThan(50);
    expect(lost).toBeLessThanOrEqual(80);
    await output.flush(1);

    const text = read();
    await output.flush(60_000);
    output.write(line(100));
    stream.destroySoon();
    const lines = (await text).split("\n").filter(Boolean);
    const kept = Array.from({ length: 100 - lost }, (_, n) => String(n));
    expect(lines.map((one) => one.replace(/\.+$/, ""))).toEqual([...kept, `lost ${lost}`, "100"]);
    expect(output.lost).toBe(lost);
  });

  it("tells later of lines whose count was lost too", async () => {
    await using folder = await temporaryFolder();
    const notes: number[] = [];
    const { output, stream, read } = openOutput(folder.path, (lost) => {
      notes.push(lost);
      return notes.length === 1 ? "x".repeat(300_000) : `lost ${lost}\n`;
    });
    for (let n = 0; n < 100; n += 1) output.write(line(n));
    const { lost } = output;

    const text = read();
    await output.flush(60_000);
    output.write("more\n");
    stream.destroySoon();

    expect((await text).split("\n").slice(-3)).toEqual(["more", `lost ${lost + 1}`, ""]);
    expect(notes).toEqual([lost, lost + 1]);
  });
});
