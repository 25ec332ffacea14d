import { writeSync } from "node:fs";
import { Socket } from "node:net";
import type { Writable } from "node:stream";

/** Where lines of a log go. A line that can't be written is lost and counted; nothing fails or waits for it. */
export interface LogOutput {
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
}

/**
 * Writes lines to `process.stderr` or a stream like it. A pipe, a socket or a terminal takes them without blocking the
 * process, and what its reader leaves unread is kept up to `maxBytes`; a file takes each line at once or not at all.
 */
export function createLogOutput(
  stream: Writable & { readonly fd?: number },
  { maxBytes = 1024 * 1024, onWritable = () => {} }: LogOutputOptions = {},
): LogOutput {
  let lost = 0;
  let reportedLost = 0;
  const countLost = () => void (lost += 1);
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
  // Without a listener, an error of the stream would end the process.
  stream.on("error", () => {});
  stream.on("drain", reportLost);

  return {
    write(line) {
      if (write(line)) reportLost();
      else countLost();
    },
    get lost() {
      return lost;
    },
    async flush(ms) {
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

/** Writes a line; false if it is lost. */
type WriteLine = (line: string) => boolean;

function streamWriter(
  stream: Socket,
  { maxBytes, countLost }: { maxBytes: number; countLost: () => void },
): WriteLine {
  // Node lets a terminal block the process: one that is paused (Ctrl-S) would stop every request.
  const { _handle: handle } = stream as { _handle?: { setBlocking?: (isBlocking: boolean) => void } };
  handle?.setBlocking?.(false);
  const onWritten = (error?: Error | null) => {
    if (error) countLost();
  };
  return (line) => {
    if (stream.writableLength + line.length > maxBytes) return false;
    stream.write(line, onWritten);
    return true;
  };
}

function fileWriter(fd: number): WriteLine {
  // On a disk that fills up, the beginning of a line may still fit.
  let isTorn = false;
  return (line) => {
    let rest = Buffer.from(isTorn ? `\n${line}` : line);
    try {
      while (rest.length > 0) {
        rest = rest.subarray(writeSync(fd, rest));
        isTorn = rest.length > 0;
      }
      return true;
    } catch {
      return false;
    }
  };
}
