/** Loads a library when it is first needed. `import()` itself remembers too, but takes a while to. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
