/** A folder to scan. */
export interface Errand {
  readonly folder: string;
  /** Whether everything below it is scanned too, not only what is new there. */
  readonly isDeep: boolean;
}

/** Which folders are scanned, and when. */
export interface Agenda {
  /** A folder and everything below it, as soon as there is time. */
  walk(folder: string): void;
  /** A folder alone, at a time; false if that was planned already. */
  rescan(folder: string, at: number): boolean;
  /** Takes out what is next; undefined if nothing is due. */
  next(now: number): Errand | undefined;
  /** When something is due; `Infinity` for never. */
  nextAt(): number;
  clear(): void;
  readonly isWalking: boolean;
  readonly isEmpty: boolean;
}

export function createAgenda(): Agenda {
  // The last one is taken first: so a walk holds the siblings of one path, not a whole level.
  const walk: string[] = [];
  const due = new Set<string>();
  const later = new Map<string, number>();
  let earliest = Infinity;
  let walkedLast = false;

  const collectDue = (now: number) => {
    if (now < earliest) return;
    earliest = Infinity;
    for (const [folder, at] of later) {
      if (at <= now) {
        later.delete(folder);
        due.add(folder);
      } else {
        earliest = Math.min(earliest, at);
      }
    }
  };
  return {
    walk: (folder) => void walk.push(folder),
    rescan(folder, at) {
      if (due.has(folder) || (later.get(folder) ?? Infinity) <= at) return false;
      later.set(folder, at);
      earliest = Math.min(earliest, at);
      return true;
    },
    next(now) {
      collectDue(now);
      const [changed] = due;
      // By turns: neither a long walk nor many changes hold up the other.
      walkedLast = walk.length > 0 && (changed === undefined || !walkedLast);
      if (walkedLast) return { folder: walk.pop()!, isDeep: true };
      if (changed === undefined) return undefined;
      due.delete(changed);
      return { folder: changed, isDeep: false };
    },
    nextAt: () => (walk.length > 0 || due.size > 0 ? -Infinity : earliest),
    clear() {
      walk.length = 0;
      due.clear();
      later.clear();
      earliest = Infinity;
    },
    get isWalking() {
      return walk.length > 0;
    },
    get isEmpty() {
      return walk.length + due.size + later.size === 0;
    },
  };
}
