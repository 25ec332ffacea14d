import { pause, slice } from "./look.ts";
import { createNameMap, type NameMap } from "./name-map.ts";
import type { Stamp } from "./stamp.ts";

/** What was handed over before. */
export interface Seen {
  /**
   * What is directly in a folder (`""` or `a/b/`), by its name in there; the name of a folder ends in `/`, and its stamp
   * means nothing. It is read in slices, between which other work is done, but no changes are handed over.
   */
  inFolder(folder: string): Iterable<readonly [name: string, stamp: Stamp]>;
}

/** Changes of a bucket since what was seen. No key is in two lists; a folder ends in `/`. */
export interface Changes {
  /** Files that are new or other than they were. */
  readonly changed: readonly { readonly key: string; readonly stamp: Stamp }[];
  /** Files that are gone. */
  readonly removed: readonly string[];
  /** Folders, each added before anything in it, and removed after everything in it. */
  readonly folders: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

export type OnChanges = (changes: Changes) => Promise<void> | void;

/** Collects removed files and folders, and hands them over when there are enough of them. */
export interface Batch {
  removeFile(key: string): Promise<void> | void;
  removeFolder(folder: string): Promise<void> | void;
  addFolder(folder: string): Promise<void> | void;
  flush(): Promise<void>;
}

/** The most files and folders that are handed over together. */
export const batchSize = 100;

export function createBatch(onChanges: OnChanges): Batch {
  let removed: string[] = [];
  let folders: { added: string[]; removed: string[] } = { added: [], removed: [] };

  const flush = async () => {
    if (removed.length + folders.added.length + folders.removed.length === 0) return;
    const changes = { changed: [], removed, folders };
    removed = [];
    folders = { added: [], removed: [] };
    await onChanges(changes);
  };
  const add = (list: string[], name: string) => {
    list.push(name);
    const size = removed.length + folders.added.length + folders.removed.length;
    return size < batchSize ? undefined : flush();
  };
  return {
    removeFile: (key) => add(removed, key),
    removeFolder: (folder) => add(folders.removed, folder),
    addFolder: (folder) => add(folders.added, folder),
    flush,
  };
}

/** Everything that was seen directly in a folder. */
export async function readSeen(seen: Seen, folder: string): Promise<NameMap<Stamp>> {
  const found = createNameMap<Stamp>();
  for (const [name, stamp] of seen.inFolder(folder)) {
    found.set(name, stamp);
    if (found.size % slice === 0) await pause();
  }
  return found;
}
