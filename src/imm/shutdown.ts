/** The end of all calls, for a process that is about to end. */
export interface Ending {
  /** Ends every call that is on its way, a write too, and refuses others. */
  begin(): void;
  readonly hasBegun: boolean;
  /** What ends each call. */
  readonly calls: Set<() => void>;
}

/** Makes the end of all calls, which has not begun. */
export function createEnding(): Ending {
  const calls = new Set<() => void>();
  let hasBegun = false;
  return {
    calls,
    get hasBegun() {
      return hasBegun;
    },
    begin() {
      hasBegun = true;
      for (const end of calls) end();
    },
  };
}
