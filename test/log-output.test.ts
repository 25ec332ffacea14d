import { existsSync, openSync, readFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createLogOutput } from "../src/log-output.ts";
import { testClock } from "./support/clock.ts";
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
  // An error, which doesn't wait for a block.
  output.lastLevel = 50;
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

/** An output to a file that can be read, and whose size may be limited, by a clock that stands still. */
function openFile(path: string) {
  const stream = new FileStream(openSync(path, "a"));
  const clock = testClock();
  const output = createLogOutput(stream, { clock });
  return { output, clock, written: () => readFileSync(path, "utf8") };
}

/** A stream as `process.stderr` is where that is a file. */
class FileStream extends Writable {
  readonly fd: number;

  constructor(fd: number) {
    super();
    this.fd = fd;
  }
}

describe("the log's output", () => {
  it("leaves in blocks, a tenth of a second later at most", async () => {
    await using folder = await temporaryFolder();
    const { output, clock, written } = openFile(join(folder.path, "log"));

    output.write("one\n");
    output.write("two\n");
    await clock.advance(99);
    expect(written()).toBe("");
    await clock.advance(1);
    expect(written()).toBe("one\ntwo\n");
    expect(clock.waiting).toBe(0);

    output.write(line(1));
    expect(written()).toBe(`one\ntwo\n${line(1)}`);
  });

  it("leaves at once with a warning, and what waited before it", async () => {
    await using folder = await temporaryFolder();
    const { output, written } = openFile(join(folder.path, "log"));
    const logger = pino({ base: null, timestamp: false }, output);

    logger.info("one");
    expect(written()).toBe("");
    logger.warn("two");
    logger.info("three");

    expect(written()).toBe('{"level":30,"msg":"one"}\n{"level":40,"msg":"two"}\n');
    await output.flush(1);
    expect(written()).toContain("three");
  });

  it.runIf(existsSync("/dev/full"))("counts what waits among the lines that are lost", async () => {
    const stream = new FileStream(openSync("/dev/full", "w"));
    const output = createLogOutput(stream, { clock: testClock() });

    output.write("one\n");
    output.write("two\n");

    expect(output.lost).toBe(2);
  });
});
