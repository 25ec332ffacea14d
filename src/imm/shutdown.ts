/** The shutdown of a process, as its calls to IMM see it. */
export interface Shutdown {
  /** Aborts every call in flight, writes too, and refuses new ones. */
  begin(): void;
  readonly hasBegun: boolean;
  /** What aborts each call in flight. */
  readonly aborts: Set<() => void>;
}

/** Makes a shutdown that has not begun. */
export function createShutdown(): Shutdown {
  const aborts = new Set<() => void>();
  let hasBegun = false;
  return {
    aborts,
    get hasBegun() {
      return hasBegun;
    },
    begin() {
      hasBegun = true;
      for (const abort of aborts) abort();
    },
  };
}
