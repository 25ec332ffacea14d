let last: Promise<unknown> = Promise.resolve();

/** Runs what takes much memory after what was handed in before, however that ended. */
export function oneByOne<T>(run: () => Promise<T>): Promise<T> {
  const result = last.then(run);
  last = result.catch(() => {});
  return result;
}
