import { quote } from "../quote.ts";

const reasons = {
  names: "names that can't be keys",
  unreadable: "files or folders that can't be read",
  others: "links, devices or the like",
} as const;

/** Why something in a bucket's folder isn't indexed. */
export type SkipReason = keyof typeof reasons;

/** What a scan has left out. */
export interface Skipped {
  add(reason: SkipReason, key: string): void;
  /** How much it is, and some of it, as a sentence; undefined if there is nothing. */
  summary(): string | undefined;
  clear(): void;
}

const maxExamples = 3;

export function createSkipped(): Skipped {
  const found = new Map<SkipReason, { count: number; examples: Set<string> }>();
  return {
    add(reason, key) {
      if (!found.has(reason)) found.set(reason, { count: 0, examples: new Set() });
      const kind = found.get(reason)!;
      kind.count += 1;
      if (kind.examples.size < maxExamples) kind.examples.add(quote(key));
    },
    summary() {
      const kinds = [...found].map(([reason, { count, examples }]) => {
        const shown = [...examples, ...(count > examples.size ? ["…"] : [])];
        return `${reasons[reason]} (${count}): ${shown.join(", ")}`;
      });
      return kinds.length > 0 ? `Not indexed: ${kinds.join("; ")}.` : undefined;
    },
    clear: () => found.clear(),
  };
}
