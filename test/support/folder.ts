import { statfsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const roomForTests = 512 * 1024 * 1024;

/**
 * Where temporary folders are made: in memory, if there is room for them. On a disk a local IMM waits some milliseconds
 * at every commit. What ends in the tests are processes, not the machine: for them a file in memory is as durable.
 */
export const temporary = hasRoom("/dev/shm") ? "/dev/shm" : tmpdir();

/** A new folder of its own, gone when disposed of. On a disk, a process can be ended in the middle of a write. */
export async function temporaryFolder({ onDisk = false } = {}): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(onDisk ? tmpdir() : temporary, "imm-graphql-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

function hasRoom(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize >= roomForTests;
  } catch {
    return false;
  }
}
