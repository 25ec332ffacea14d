import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  rmSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { LocalKey } from "../keys.ts";
import { StoreInUse } from "../store/store-error.ts";
import { openStore, type Store } from "../store/store.ts";
import { callForBackup } from "./call.ts";

export interface BackupOptions {
  /** The data folder. */
  readonly dir: string;
  /** Where the process that has the folder listens, if one does. */
  readonly port: number;
  /** A key of it that has no policies. */
  readonly key: LocalKey;
}

/**
 * Writes all that a local IMM keeps into a new file, whether or not its process runs. What was acknowledged before the
 * call is in it.
 *
 * @throws Error if the file is there already, or can't be written.
 */
export async function backUp(file: string, { dir, port, key }: BackupOptions): Promise<void> {
  checkFree(file);
  // First the process: it still has what is gone from the folder.
  const running = port === 0 ? undefined : await callForBackup({ dir: resolve(dir), port, key });
  const copy = running ?? copyOfStopped(dir);
  try {
    move(copy, file);
  } finally {
    rmSync(dirname(copy), { recursive: true });
  }
}

function copyOfStopped(dir: string): string {
  const path = join(resolve(dir), "imm.db");
  if (!existsSync(path)) throw new Error(`There is no ${path}: IMM_LOCAL_DIR must name the data folder.`);
  const store = openUnused(dir, path);
  try {
    return store.copy();
  } finally {
    store[Symbol.dispose]();
  }
}

function openUnused(dir: string, path: string): Store {
  try {
    return openStore(dir);
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    throw new Error(
      `${path} is in use by a process that listens at another port: set IMM_LOCAL_PORT to the one that it printed when it started.`,
      { cause: error },
    );
  }
}

function move(copy: string, file: string): void {
  try {
    linkSync(copy, file);
  } catch {
    // Of another file system, or one without links.
    checkFree(file);
    copyToOther(copy, file);
  }
}

function copyToOther(copy: string, file: string): void {
  try {
    copyFileSync(copy, file, constants.COPYFILE_EXCL);
    const opened = openSync(file, "r+");
    fsyncSync(opened);
    closeSync(opened);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`${file} can't be written (${code}): check its folder and the room on its disk.`, {
      cause,
    });
  }
}

function checkFree(file: string): void {
  if (lstatSync(file, { throwIfNoEntry: false })) {
    throw new Error(`${file} exists: name a file that doesn't, or move it away.`);
  }
}
