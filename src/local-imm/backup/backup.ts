import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
} from "node:fs";
import { join, resolve } from "node:path";
import type { LocalKey } from "../keys.ts";
import { checkCopy, copyUnopened, isCopyOf, isNoRoom, removeCopy } from "../store/database/copies.ts";
import { StoreInUse } from "../store/database/store-error.ts";
import { openStore, type Store } from "../store/store.ts";
import { callForBackup } from "./client.ts";

export interface BackupOptions {
  /** The data folder. */
  readonly dir: string;
  /** Where the process that has the folder listens, if one does. */
  readonly port: number;
  /** A key of it that has no policies. */
  readonly key: LocalKey;
  /** How long that process may take, in milliseconds. */
  readonly timeoutMs?: number;
}

// A copy takes about a second for each 100 MB.
const tenMinutes = 600_000;

/**
 * Writes all that a local IMM keeps into a new file, whether or not its process runs. What was acknowledged before the
 * call is in it.
 *
 * @throws Error if the file is there already, or can't be written.
 */
export async function backUp(file: string, options: BackupOptions): Promise<void> {
  checkFree(file);
  const copy = await makeCopy({ timeoutMs: tenMinutes, ...options, dir: resolve(options.dir) });
  try {
    move(copy, file);
  } finally {
    removeCopy(copy);
  }
}

async function makeCopy(options: Required<BackupOptions>): Promise<string> {
  const { dir, port } = options;
  const path = join(dir, "imm.db");
  // First the process: it still has what is gone from the folder.
  let failure: unknown;
  try {
    const running = port === 0 ? undefined : await copyOfRunning(options);
    if (running !== undefined) return running;
  } catch (error) {
    failure = error;
  }
  // What listens there may have nothing to do with this folder.
  if (!existsSync(path)) {
    throw failure ?? new Error(`There is no ${path}: IMM_LOCAL_DIR must name the data folder.`);
  }
  try {
    return copyOfStopped(dir);
  } catch (error) {
    if (!(error instanceof StoreInUse)) throw error;
    throw failure ?? inUse(path, error);
  }
}

async function copyOfRunning(options: Required<BackupOptions>): Promise<string | undefined> {
  const { dir } = options;
  const copy = await callForBackup(options);
  if (copy === undefined) return undefined;
  // The reply isn't signed: it may be anybody's, and what it names is moved away.
  if (!isCopyOf(dir, copy)) throw notOfFolder(options, "it names a file that is none of its copies");
  try {
    checkCopy(copy);
  } catch (cause) {
    throw notOfFolder(options, (cause as Error).message, cause);
  }
  return copy;
}

function notOfFolder({ dir, port }: BackupOptions, reason: string, cause?: unknown): Error {
  return new Error(
    `What listens at 127.0.0.1:${port} isn't the local IMM of ${dir}: ${reason}. Set IMM_LOCAL_PORT and IMM_LOCAL_DIR as for the running process.`,
    { cause },
  );
}

function copyOfStopped(dir: string): string {
  let store: Store;
  try {
    store = openStore(dir);
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    return copyUnopened(join(dir, "imm.db"));
  }
  try {
    return store.copy();
  } finally {
    store[Symbol.dispose]();
  }
}

function inUse(path: string, cause: StoreInUse): Error {
  return new Error(
    `${path} is in use by a process that listens at another port: set IMM_LOCAL_PORT to the one that it printed when it started.`,
    { cause },
  );
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
