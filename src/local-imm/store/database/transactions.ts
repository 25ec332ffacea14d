import { inTransaction } from "./connection.ts";
import type { Database } from "./database.ts";
import { DamagedStore, explain, isFull, type StoreError } from "./store-error.ts";

/** What is done with the store's tables. A problem of the store is a StoreError. */
export interface Transactions {
  /** Runs what writes nothing. */
  read<T>(work: () => T): T;
  /** Runs what writes: all of it is kept, or, where it throws, none. */
  transaction<T>(work: () => T): T;
  /** Why nothing can be stored, if so. */
  problem(): StoreError | undefined;
}

// Of 4 KiB. Most writes need one; a hundred files with all that is known of them may need thousands.
const fewestPages = 16;
const usualPages = 512;
const mostPages = 16_384;

/** Watches what is done with a database: a write isn't acknowledged unless it is in the file that the path leads to. */
export function createTransactions({ connection, path, files, space }: Database): Transactions {
  let damage: DamagedStore | undefined;

  const explained = (error: unknown) => {
    const reason = explain(error, path);
    if (reason instanceof DamagedStore) damage = reason;
    return reason;
  };
  const problem = () => damage ?? files.problem();

  // Twice as many as the last time, since it costs a few checkpoints and the write that had too few.
  let usual = fewestPages;

  const write = <T>(work: () => T): T => {
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

  return {
    problem,
    read(work) {
      try {
        return work();
      } catch (error) {
        throw explained(error);
      }
    },
    transaction(work) {
      const before = problem();
      if (before) throw before;
      let result;
      try {
        result = write(work);
      } catch (error) {
        files.keep();
        throw explained(error);
      }
      const after = files.keep();
      if (after) throw after;
      return result;
    },
  };
}
