import { inSavepoint, inTransaction } from "./connection.ts";
import type { Database } from "./database.ts";
import { createGroupCommit, type GroupCommit, type Outcome } from "./group-commit.ts";
import { DamagedStore, explain, isFull, StoreError } from "./store-error.ts";

/** What is done with the store's tables. A problem of the store is a StoreError. */
export interface Transactions {
  /** Runs what writes nothing. */
  read<T>(work: () => T): T;
  /** Runs what writes: all of it is kept, or, where it throws, none. */
  transaction<T>(work: () => T): T;
  /**
   * The same together with all else that is to be written in this turn of the event loop, which costs one sync of the disk
   * for all; ends when it is on the disk. `work` may be run again, after what it wrote was undone.
   */
  write<T>(work: () => T): Promise<T>;
  /** Why nothing can be stored, if so. */
  problem(): StoreError | undefined;
}

// Of 4 KiB. Most writes need one; a hundred files with all that is known of them may need thousands.
const fewestPages = 16;
const usualPages = 512;
const mostPages = 16_384;

/** Watches what is done with a database: a write isn't acknowledged unless it is in the file that the path leads to. */
export function createTransactions(database: Database): Transactions & Pick<GroupCommit, "flush"> {
  const { connection, path, files, space } = database;
  let damage: DamagedStore | undefined;

  const explained = (error: unknown) => {
    const reason = explain(error, path);
    if (reason instanceof DamagedStore) damage = reason;
    return reason;
  };
  const problem = () => damage ?? files.problem();

  // Twice as many as the last time, since it costs a few checkpoints and the write that had too few.
  let usual = fewestPages;

  const commit = <T>(work: () => T): T => {
    let isLast = false;
    for (let pages = usual; ; pages *= 2) {
      try {
        return inTransaction(connection, work);
      } catch (error) {
        if (!isFull(error) || isLast || pages > mostPages) throw error;
        // Also without more pages: the log may have had no room.
        isLast = !space.extend(pages) && !space.extend(fewestPages);
        usual = Math.min(2 * pages, usualPages);
      }
    }
  };
  const watched = <T>(change: () => T): T => {
    const before = problem();
    if (before) throw before;
    let result;
    try {
      result = change();
    } catch (error) {
      files.keep();
      throw explained(error);
    }
    const after = files.keep();
    if (after) throw after;
    return result;
  };
  const transaction = <T>(work: () => T): T => watched(() => commit(work));

  const alone = (work: () => unknown) => outcomeOf(() => transaction(work));
  const part = (work: () => unknown) => {
    const outcome = outcomeOf(() => inSavepoint(connection, work));
    // Of the store, so of all of them.
    if ("error" in outcome && explain(outcome.error, path) instanceof StoreError) throw outcome.error;
    return outcome;
  };
  /** Undefined if nothing of it could be kept. */
  const together = (works: readonly (() => unknown)[]) => {
    try {
      return inTransaction(connection, () => works.map(part));
    } catch {
      return undefined;
    }
  };
  const group = createGroupCommit((works) => {
    if (works.length === 1) return works.map(alone);
    const done = outcomeOf(() => watched(() => together(works)));
    if ("error" in done) return works.map(() => done);
    // What fails then is told to those alone who meet it: on a full disk deletes still go on.
    return done.value ?? works.map(alone);
  });

  return {
    problem,
    transaction,
    ...group,
    read(work) {
      try {
        return work();
      } catch (error) {
        throw explained(error);
      }
    },
  };
}

function outcomeOf<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error };
  }
}
