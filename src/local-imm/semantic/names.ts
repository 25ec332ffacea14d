import type { Sentence } from "./sentence.ts";

/** A value that files of the dataset have, and the field that has it: `Labels.LabelName`, `cat`. */
export interface Name {
  readonly Field: string;
  readonly Value: string;
}

/** Names by what they are called in sentences, all of them in lower case. */
export interface NameIndex {
  /** The longest words at a position that call something. */
  longestAt(sentence: Sentence, start: number): Called | undefined;
}

export interface Called {
  readonly end: number;
  /** What is called so, one as well as the other. */
  readonly names: readonly Name[];
}

const longestKey = 64;

/** Indexes names by all keys that they are called by. */
export function indexNames(names: readonly Name[], keysOf: (name: Name) => Iterable<string>): NameIndex {
  const byKey = new Map<string, Name[]>();
  const lengths = new Map<string, Set<number>>();
  for (const name of names) {
    for (const key of new Set(keysOf(name))) {
      if (!isReadable(key)) continue;
      const others = byKey.get(key);
      if (others) others.push(name);
      else byKey.set(key, [name]);
      if (others) continue;
      const first = key.charAt(0);
      lengths.set(first, (lengths.get(first) ?? new Set()).add(key.length));
    }
  }
  const descending = new Map(
    Array.from(lengths, ([first, all]) => [first, [...all].toSorted((one, other) => other - one)] as const),
  );
  return {
    longestAt(sentence, start) {
      for (const length of descending.get(sentence.words.charAt(start)) ?? []) {
        const end = start + length;
        const found = end <= sentence.words.length && byKey.get(sentence.words.slice(start, end));
        if (found && sentence.isWhole(start, end)) return { end, names: found };
      }
      return undefined;
    },
  };
}

// Words that a sentence has for its own sake, some of which are names of states too: IN, OR, ME.
const ownWords = new Set(
  `a all am an and any are as at be by de do el for from go he hi how i if in is it la le me my no not of off oh ok on or
  our out over per she so than that the their them then there these they this to up us was we were what when where which
  who why with you your`.split(/\s+/),
);

/** Whether a key can be told from other words: it has a letter, and isn't one letter of Latin. */
function isReadable(key: string): boolean {
  return /\p{L}/u.test(key) && key.length <= longestKey && !/^[a-z]$/.test(key) && !ownWords.has(key);
}
