import { execFileSync } from "node:child_process";
import { constants, openSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** A pipe of the system's, open for reading. */
export interface Pipe {
  readonly path: string;
  /** A descriptor. */
  readonly reader: number;
}

/** Makes a pipe in a folder. Nobody reads it yet. */
export function makePipe(folder: string): Pipe {
  const path = join(folder, "pipe");
  execFileSync("mkfifo", [path]);
  return { path, reader: openSync(path, constants.O_RDONLY | constants.O_NONBLOCK) };
}

/** Reads a pipe until nobody writes to it any more. */
export function readPipe({ reader }: Pipe): Promise<string> {
  return text(new Socket({ fd: reader, readable: true, writable: false }));
}
