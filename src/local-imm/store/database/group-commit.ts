/** What became of something that was to be written. */
export type Outcome<T = unknown> = { readonly value: T } | { readonly error: unknown };

type Work = () => unknown;

/** Gathers what is to be written in one turn of the event loop. */
export interface GroupCommit {
  /** Has `work` done with all else that is there; ends when that is committed. */
  write<T>(work: () => T): Promise<T>;
  /** Has what waits done at once. */
  flush(): void;
}

/** @param commit Does all of these, in their order, and tells what became of each. */
export function createGroupCommit(commit: (works: readonly Work[]) => readonly Outcome[]): GroupCommit {
  let waiting: { readonly work: Work; settle(outcome: Outcome): void }[] = [];

  const flush = () => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    const outcomes = commit(group.map(({ work }) => work));
    for (const [index, { settle }] of group.entries()) settle(outcomes[index]!);
  };

  return {
    flush,
    write: <T>(work: () => T) =>
      new Promise<T>((resolve, reject) => {
        // After whatever the sockets have brought by now.
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({
          work,
          settle: (outcome) => ("value" in outcome ? resolve(outcome.value as T) : reject(outcome.error)),
        });
      }),
  };
}
