import { opendirSync, type Dir } from "node:fs";
import { createBatch, readSeen, type Batch, type OnChanges, type Seen } from "./changes.ts";
import type { KnownFolders } from "./known-folders.ts";
import { codeOf, folderIdAt, lookAt, pause, slice } from "./look.ts";
import type { MovingFiles } from "./moving-files.ts";
import { createNameMap, type NameMap } from "./name-map.ts";
import { isKey, maxKeyBytes } from "./oss-uri.ts";
import type { SkipReason } from "./skipped.ts";
import { isSameStamp, type Stamp } from "./stamp.ts";

/** What a scan of a folder works with, and whom it tells. */
export interface Scan {
  readonly seen: Seen;
  readonly known: KnownFolders;
  readonly moving: MovingFiles;
  readonly onChanges: OnChanges;
  readonly signal: AbortSignal;
  pathOf(key: string): string;
  /** A new or changed file; false if there is no room for it, if it may after waiting for some. */
  onFile(key: string, stamp: Stamp, mayWait: boolean): Promise<boolean> | boolean;
  /** A folder in it needs a scan too. */
  onFolder(folder: string): void;
  /** A folder isn't the one that its parent was found to have. */
  onReplaced(folder: string): void;
  /** A folder must be scanned once more. */
  onUnfinished(folder: string): void;
  onUnreadable(folder: string, code: string): void;
  /** Whether an empty folder may be believed: that nothing is left of what was seen in it. */
  isBelieved(folder: string, id: string): boolean;
  /** Whether a folder is none of the bucket's. */
  isExcepted(path: string): boolean;
  onSkipped(reason: SkipReason, key: string): void;
}

/** A folder that is being read. */
export interface Reading {
  readonly folder: string;
  /** What was seen in it before, less what was found again. */
  readonly left: NameMap<Stamp>;
  /** What was handed over meanwhile. */
  readonly handedOver: NameMap<Stamp>;
}

/**
 * Compares a folder with what was seen in it.
 *
 * @param isDeep Whether the folders in it are scanned too, where nothing says that they changed.
 * @param onReading Called at the start; the caller adds what it hands over meanwhile.
 */
export async function scanFolder(
  folder: string,
  { isDeep, onReading }: { isDeep: boolean; onReading(reading: Reading): void },
  scan: Scan,
): Promise<void> {
  const at = scan.known.get(folder);
  if (!at) return;
  const path = scan.pathOf(folder);
  const replaced = () => {
    at.wasAway = true;
    scan.onReplaced(folder);
  };
  if (folderIdAt(path) !== at.id) return replaced();
  // What happens from here on is told; what happened before is read.
  if (scan.known.watch(folder, path) && folderIdAt(path) !== at.id) return replaced();

  const left = await readSeen(scan.seen, folder);
  const handedOver = createNameMap<Stamp>();
  onReading({ folder, left, handedOver });
  const batch = createBatch(scan.onChanges);
  let found: Found | undefined;
  try {
    found = await readFolder({ folder, left, handedOver }, { path, batch, isDeep }, scan);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (folderIdAt(path) !== at.id) return replaced();
    if (!at.isUnreadable) scan.onUnreadable(folder, error.code);
    at.isUnreadable = true;
    return;
  } finally {
    // Also of a folder that could be read no further: those in it are scanned.
    await batch.flush();
  }
  if (!found || scan.signal.aborted) return;
  at.isUnreadable = false;
  at.wasAway = false;
  // What was read may have been in another folder of that name.
  if (folderIdAt(path) !== at.id) return replaced();
  if (found.entries === 0 && left.size > 0 && !scan.isBelieved(folder, at.id)) return;
  scan.known.scanned(folder, found.files);
  await removeLeft(folder, { left, batch }, scan);
  await batch.flush();
}

interface Found {
  entries: number;
  files: number;
}

/** Reads a folder, and takes what it finds out of what is left; undefined if the scan is over. */
async function readFolder(
  { folder, left, handedOver }: Reading,
  { path, batch, isDeep }: { path: string; batch: Batch; isDeep: boolean },
  scan: Scan,
): Promise<Found | undefined> {
  const { known } = scan;
  const found = { entries: 0, files: 0 };
  let isFull = false;
  const twins = new Set<string>();
  const dir = reading(() => opendirSync(path, { bufferSize: slice }));
  try {
    for (let entry = next(dir); entry; entry = next(dir)) {
      found.entries += 1;
      if (found.entries % slice === 0) await pause();
      if (scan.signal.aborted) return undefined;
      const { name } = entry;
      const key = folder + name;
      // Names that aren't UTF-8 are read with U+FFFD in them: as a file that isn't there, or like another one.
      const isTwin = twins.has(name);
      if (name.includes("\uFFFD")) twins.add(name);
      if (isTwin || !canBeKey(folder, name)) {
        scan.onSkipped("names", key);
        continue;
      }
      const look = lookAt(scan.pathOf(key));
      if (look.kind === "file") {
        found.files += 1;
        const before = handedOver.get(name) ?? left.get(name);
        left.delete(name);
        if (!before || !isSameStamp(before, look.stamp)) {
          const noted = scan.onFile(key, look.stamp, !isFull);
          isFull = !(typeof noted === "boolean" ? noted : await noted);
          if (isFull) scan.onUnfinished(folder);
        }
      } else if (look.kind === "folder") {
        const child = `${key}/`;
        if (scan.isExcepted(scan.pathOf(key))) continue;
        if (!left.delete(`${name}/`)) await batch.addFolder(child);
        const before = known.get(child);
        if (before?.id !== look.id) known.set(child, look.id);
        if (isDeep || before?.id !== look.id || before.isUnreadable || before.wasAway) scan.onFolder(child);
      } else if (look.kind === "unreadable") {
        left.delete(name);
        left.delete(`${name}/`);
        scan.onSkipped("unreadable", key);
      } else if (look.kind === "other") scan.onSkipped("others", key);
      else if (name.includes("\uFFFD")) scan.onSkipped("names", key);
    }
    return found;
  } finally {
    dir.closeSync();
  }
}

/** Hands over as removed what was seen and isn't there. */
async function removeLeft(
  folder: string,
  { left, batch }: { left: NameMap<Stamp>; batch: Batch },
  scan: Scan,
): Promise<void> {
  let count = 0;
  for (const name of left.names()) {
    if (++count % slice === 0) await pause();
    if (scan.signal.aborted) return;
    const key = folder + name;
    const isFolder = name.endsWith("/");
    const path = scan.pathOf(isFolder ? key.slice(0, -1) : key);
    const { kind } = lookAt(path);
    // It came while the folder was read.
    if (kind === (isFolder ? "folder" : "file") && !scan.isExcepted(path)) scan.onUnfinished(folder);
    else if (kind === "unreadable") continue;
    else if (isFolder) await removeFolder(key, batch, scan);
    else await removeFile(key, batch, scan);
  }
}

async function removeFolder(folder: string, batch: Batch, scan: Scan): Promise<void> {
  await pause();
  for (const name of (await readSeen(scan.seen, folder)).names()) {
    if (scan.signal.aborted) return;
    if (name.endsWith("/")) await removeFolder(folder + name, batch, scan);
    else await removeFile(folder + name, batch, scan);
  }
  if (scan.signal.aborted) return;
  scan.known.forget(folder);
  await batch.removeFolder(folder);
}

function removeFile(key: string, batch: Batch, { moving }: Scan): Promise<void> | void {
  moving.forget(key);
  return batch.removeFile(key);
}

function canBeKey(folder: string, name: string): boolean {
  // Most names are far from the limit, and the system lets none of them be empty, `.` or `..`.
  const isShort = (folder.length + name.length) * 3 <= maxKeyBytes;
  return isShort ? !name.includes("\\") : isKey(folder + name);
}

class Unreadable extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function reading<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new Unreadable(codeOf(error));
  }
}

const next = (dir: Dir) => reading(() => dir.readSync());
