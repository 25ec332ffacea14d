import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { closeDatabase, inTransaction, openDatabase } from "./database.ts";
import { createDatasets, type Datasets } from "./datasets.ts";
import { createProjects, type Projects } from "./projects.ts";

/** All that the local IMM keeps: `imm.db` and, for objects, `buckets/`. One process at a time holds a folder. */
export interface Store extends Disposable {
  readonly projects: Projects;
  readonly datasets: Datasets;
  /** Random, made with the store and kept in it. */
  readonly secret: Uint8Array;
  transaction<T>(work: () => T): T;
}

/** Opens the store of a data folder, which is made where there is none. */
export function openStore(dir: string): Store {
  makeFolder(dir);
  const db = openDatabase(join(dir, "imm.db"));
  makeFolder(join(dir, "buckets"));
  const { Value } = db.prepare("SELECT Value FROM Secret").get() as { Value: Uint8Array };
  return {
    projects: createProjects(db),
    datasets: createDatasets(db),
    secret: Value,
    transaction: (work) => inTransaction(db, work),
    [Symbol.dispose]: () => closeDatabase(db),
  };
}

function makeFolder(path: string): void {
  // One by one: below a folder that takes none, such as /proc, `recursive` tries for ever.
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `The folder ${path} can't be made (${code}): check its path and permissions, or choose another.`,
      { cause: error },
    );
  }
}
