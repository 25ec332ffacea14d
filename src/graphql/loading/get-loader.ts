import DataLoader from "dataloader";
import { ImmError } from "../../imm/error.ts";

interface GetLoaderOptions<Key, Thing> {
  /** Reads one thing. */
  get: (key: Key) => Promise<Thing>;
  /** The names by which a thing is known, of a key or of the thing itself. */
  keyOf: (keyOrThing: Key | Thing) => Key;
}

/** Reads things of one kind, each once a request, and with statistics only where somebody selects them. */
export interface GetLoader<Key, Thing> {
  /** The thing, or null where there is none. */
  load(key: Key): Promise<Thing | null>;
  /** A statistic of the thing: its own, at once, where it was counted, else of the thing as it is read once more. */
  statistic<Name extends keyof Thing>(
    thing: Thing,
    name: Name,
  ): Thing[Name] | undefined | Promise<Thing[Name] | undefined>;
  /** Remembers a thing that a write answered; `counted` tells whether it has its statistics. */
  prime(thing: Thing, options: { counted: boolean }): void;
  /** Forgets all. */
  clear(): void;
}

/** Makes the loader of one kind of thing: keys of one tick that name the same thing become one call. */
export function createGetLoader<Key extends { WithStatistics?: boolean }, Thing extends object>({
  get,
  keyOf,
}: GetLoaderOptions<Key, Thing>): GetLoader<Key, Thing> {
  const counted = new Set<Thing>();
  const nameOf = (key: Key) => Object.values(keyOf(key)).join("/");
  const withStatistics = (key: Key): Key => ({ ...keyOf(key), WithStatistics: true });

  const read = async (key: Key): Promise<Thing | null> => {
    try {
      const thing = await get(key);
      if (key.WithStatistics) counted.add(thing);
      return thing;
    } catch (error) {
      if (error instanceof ImmError && error.code === "ResourceNotFound") return null;
      throw error;
    }
  };

  const readAll = async (keys: readonly Key[]) => {
    const counting = new Set(keys.filter((key) => key.WithStatistics).map(nameOf));
    const reads = new Map<string, Promise<Thing | null>>();
    const readOnce = (key: Key) => {
      const name = nameOf(key);
      const before = reads.get(name);
      if (before) return before;
      const once = read(counting.has(name) ? withStatistics(key) : key);
      reads.set(name, once);
      if (counting.has(name)) loader.prime(keyOf(key), once);
      return once;
    };
    const outcomes = await Promise.allSettled(keys.map(readOnce));
    return outcomes.map((outcome) =>
      outcome.status === "fulfilled" ? outcome.value : (outcome.reason as Error),
    );
  };

  const loader: DataLoader<Key, Thing | null, string> = new DataLoader(readAll, {
    cacheKeyFn: (key) => (key.WithStatistics ? `${nameOf(key)} counted` : nameOf(key)),
  });

  return {
    load: (key) => loader.load(key),
    statistic: (thing, name) =>
      counted.has(thing)
        ? thing[name]
        : loader.load(withStatistics(keyOf(thing))).then((counting) => counting?.[name]),
    prime(thing, options) {
      loader.prime(keyOf(thing), thing);
      if (!options.counted) return;
      counted.add(thing);
      loader.prime(withStatistics(keyOf(thing)), thing);
    },
    clear: () => void loader.clearAll(),
  };
}
