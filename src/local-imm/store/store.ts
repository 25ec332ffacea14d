import { existsSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { createBindings, type Bindings } from "./bindings.ts";
import { createCopies } from "./database/copies.ts";
import { closeDatabase, openDatabase } from "./database/database.ts";
import { DamagedStore, explain } from "./database/store-error.ts";
import { createTransactions, type Transactions } from "./database/transactions.ts";
import { createDatasets, type Datasets } from "./datasets.ts";
import { createOSSBucketAttachments, type OSSBucketAttachments } from "./oss-bucket-attachments.ts";
import { createProjects, type Projects } from "./projects.ts";
import { createFiles, type Files } from "./files.ts";
import { createIndexQueue, type IndexQueue } from "./index-queue.ts";
import { fillSearches } from "./search/rows/fill.ts";
import { createSearch, type Search } from "./search/search.ts";
import { createSeenObjects, type SeenObjects } from "./seen-objects.ts";
import { createTasks, type Tasks } from "./tasks.ts";

/** All that the local IMM keeps: `imm.db` and, for objects, `buckets/`. One process at a time holds a folder. */
export interface Store extends Transactions, Disposable {
  /** The folder, as an absolute path. */
  readonly dir: string;
  readonly projects: Projects;
  readonly datasets: Datasets;
  readonly bindings: Bindings;
  readonly ossBucketAttachments: OSSBucketAttachments;
  readonly tasks: Tasks;
  readonly files: Files;
  readonly search: Search;
  readonly queue: IndexQueue;
  readonly seen: SeenObjects;
  /** Random, made with the store and kept in it. */
  readonly secret: Uint8Array;
  /** Whether a folder is the store's own, by whatever links. */
  isIn(folder: string): boolean;
  /** Writes all that is stored into a file, alone in a new folder, and returns its path. */
  copy(): string;
}

/**
 * Opens the store of a data folder, which is made if there is none.
 *
 * @throws Error whose message says what is in the way: a folder, a file, its content, another process.
 */
export function openStore(folder: string): Store {
  const dir = resolve(folder);
  makeFolder(dir);
  const database = openDatabase(join(dir, "imm.db"));
  try {
    const realDir = realpathSync(dir);
    const copies = createCopies(realDir, database);
    copies.removeStale();
    makeFolder(join(dir, "buckets"));
    const { connection, path } = database;
    const secret = connection.prepare("SELECT Value FROM Secret").get() as { Value: Uint8Array } | undefined;
    if (!secret) throw new DamagedStore(path, "no Secret");
    const { flush, ...transactions } = createTransactions(database);
    fillSearches(connection, transactions);
    const projects = createProjects(connection);
    projects.checkTags();
    return {
      ...transactions,
      dir,
      projects,
      datasets: createDatasets(connection),
      bindings: createBindings(connection),
      ossBucketAttachments: createOSSBucketAttachments(connection),
      tasks: createTasks(connection),
      files: createFiles(connection),
      search: createSearch(connection, transactions),
      queue: createIndexQueue(connection),
      seen: createSeenObjects(connection),
      secret: secret.Value,
      isIn: (other) => resolve(other) === dir || realFolder(resolve(other)) === realDir,
      copy: copies.make,
      [Symbol.dispose]() {
        flush();
        closeDatabase(database);
      },
    };
  } catch (error) {
    const reason = explain(error, database.path);
    try {
      closeDatabase(database);
    } catch {
      // What led here says more.
    }
    throw reason;
  }
}

// A folder that is gone still has its parents' links.
function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(realFolder(dirname(path)), basename(path));
  }
}

function makeFolder(path: string): void {
  // One by one: below a folder that takes none, such as /proc, `recursive` tries for ever.
  if (existsSync(path)) return checkFolder(path);
  if (!existsSync(dirname(path))) makeFolder(dirname(path));
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

function checkFolder(path: string): void {
  if (statSync(path).isDirectory()) return;
  throw new Error(`${path} is a file, where a folder is needed: move it away, or choose another folder.`);
}
