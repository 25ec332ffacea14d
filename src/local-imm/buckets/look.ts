import { lstatSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Stamp } from "./stamp.ts";

/** What is at a path. Links aren't followed: with devices, pipes and sockets they are `other`. */
export type Look =
  | { readonly kind: "file"; readonly stamp: Stamp }
  | { readonly kind: "folder"; readonly id: string }
  | { readonly kind: "other" | "missing" | "unreadable" };

export function lookAt(path: string): Look {
  try {
    const found = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    if (!found) return missing;
    if (found.isFile()) {
      // A file system may know times that no 64 bits hold.
      const mtimeNs = BigInt.asIntN(64, found.mtimeNs);
      return { kind: "file", stamp: { size: found.size, mtimeNs, inode: found.ino } };
    }
    // The inode of a removed folder may be given to the next.
    if (found.isDirectory()) return { kind: "folder", id: `${found.dev}:${found.ino}:${found.birthtimeNs}` };
    return other;
  } catch (error) {
    return codeOf(error) === "ENOTDIR" ? missing : unreadable;
  }
}

/** Which folder is at a path; undefined if none is. */
export function folderIdAt(path: string): string | undefined {
  const look = lookAt(path);
  return look.kind === "folder" ? look.id : undefined;
}

/** The system's code of an error: `EACCES`. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/** How many files are looked at before requests have their turn: about a millisecond. */
export const slice = 100;

/** Lets requests have their turn. */
export const pause = (): Promise<void> => setImmediate();

const missing: Look = { kind: "missing" };
const unreadable: Look = { kind: "unreadable" };
const other: Look = { kind: "other" };
