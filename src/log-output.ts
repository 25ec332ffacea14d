import { writeSync } from "node:fs";
import { Socket } from "node:net";
import type { Writable } from "node:stream";
import { systemClock, type Clock } from "./imm/clock.ts";

/** Where lines of a log go. A line that can't be written is lost and counted; nothing fails or waits for it. */
export interface LogOutput {
  /** Makes pino tell the level of each line. */
  readonly [metadata]: true;
  /** The level of the line that is written next. */
  lastLevel?: number;
  write(line: string): void;
  /** How many lines have been lost so far. */
  readonly lost: number;
  /** Waits until what was written has left the process, for `ms` milliseconds at most. */
  flush(ms: number): Promise<void>;
}

export interface LogOutputOptions {
  /** How many bytes wait for a slow reader. Default: 1 MiB. */
  readonly maxBytes?: number;
  /** Called when lines can be written again, with the number lost since the last time. */
  readonly onWritable?: (lost: number) => void;
  readonly clock?: Pick<Clock, "after">;
}

const metadata = Symbol.for("pino.metadata");
const warning = 40;

// To hand each line to the system costs more than to make it.
const blockLength = 8 * 1024;
const blockMs = 100;

/**
 * Writes lines to `process.stderr` or a stream like it, in blocks: when there is enough for one, after a tenth of a
 * second, at the process's end, or at once with a warning or an error. A pipe, a socket or a terminal takes them without
 * blocking the process, and what its reader leaves unread is kept up to `maxBytes`; a file takes each block at once or
 * not at all.
 */
export function createLogOutput(
  stream: Writable & { readonly fd?: number },
  { maxBytes = 1024 * 1024, onWritable = () => {}, clock = systemClock }: LogOutputOptions = {},
): LogOutput {
  let block = "";
  let lines = 0;
  let cancelTimer: (() => void) | undefined;
  let lost = 0;
  let reportedLost = 0;
  const countLost = (count: number) => void (lost += count);
  const reportLost = () => {
    const [before, now] = [reportedLost, lost];
    if (now === before) return;
    reportedLost = now;
    onWritable(now - before);
    // The line that reports the loss was lost too: it is reported again.
    if (lost > now) reportedLost = before;
  };
  const write =
    stream instanceof Socket ? streamWriter(stream, { maxBytes, countLost }) : fileWriter(stream.fd!);
  const send = () => {
    cancelTimer?.();
    cancelTimer = undefined;
    if (lines === 0) return;
    const [text, count] = [block, lines];
    block = "";
    lines = 0;
    const unwritten = write(text, count);
    if (unwritten === 0) reportLost();
    else countLost(unwritten);
  };
  // Without a listener, an error of the stream would end the process.
  stream.on("error", () => {});
  stream.on("drain", reportLost);
  process.on("exit", send);

  return {
    [metadata]: true,
    write(line) {
      block += line;
      lines += 1;
      if (block.length >= blockLength || (this.lastLevel ?? 0) >= warning) send();
      else cancelTimer ??= clock.after(blockMs, send);
    },
    get lost() {
      send();
      return lost;
    },
    async flush(ms) {
      send();
      if (stream.writableLength === 0) return;
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, ms);
        stream.write("", () => {
          clearTimeout(late);
          resolve();
        });
      });
    },
  };
}

/** Writes so many lines; how many of them are lost. */
type WriteBlock = (text: string, lines: number) => number;

function streamWriter(
  stream: Socket,
  { maxBytes, countLost }: { maxBytes: number; countLost: (lines: number) => void },
): WriteBlock {
  // Node lets a terminal block the process: one that is paused (Ctrl-S) would stop every request.
  const { _handle: handle } = stream as { _handle?: { setBlocking?: (isBlocking: boolean) => void } };
  handle?.setBlocking?.(false);
  return (text, lines) => {
    if (stream.writableLength + text.length > maxBytes) return lines;
    stream.write(text, (error) => {
      if (error) countLost(lines);
    });
    return 0;
  };
}

const lineEnd = 10;

function fileWriter(fd: number): WriteBlock {
  // On a disk that fills up, the beginning of a line may still fit.
  let isTorn = false;
  return (text, lines) => {
    const bytes = Buffer.from(isTorn ? `\n${text}` : text);
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(fd, bytes, written);
    } catch {
      // What is left is lost.
    }
    if (written > 0) isTorn = bytes[written - 1] !== lineEnd;
    return Math.min(lines, bytes.subarray(written).filter((byte) => byte === lineEnd).length);
  };
}
