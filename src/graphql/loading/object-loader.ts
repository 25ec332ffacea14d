import DataLoader from "dataloader";
import { ImmError } from "../../imm/error.ts";
import type { FileLoader } from "./file-loader.ts";

interface ObjectLoaderOptions<Params, Item> {
  /** Reads one object. */
  get: (params: Params) => Promise<Item>;
  /** The key of an object, from its parameters or from the object itself. */
  keyOf: (paramsOrItem: Params | Item) => Params;
  /** The parameter, a boolean, that makes IMM answer fields which it leaves out otherwise: `WithStatistics`. */
  detail?: keyof Params;
  files?: FileLoader;
}

/** Reads objects of one type by their keys, each once a request, in detail only if a query selects that. */
export interface ObjectLoader<Params, Item> {
  /** Reads the files that are selected below an object, if there can be any. */
  readonly files?: FileLoader | undefined;
  /** The object, or null if IMM has none of that key. */
  load(params: Params): Promise<Item | null>;
  /** A field that lists leave out: the object's own, at once, if it was read by its key, else of another read. */
  whole<Name extends keyof Item>(
    item: Item,
    name: Name,
  ): Item[Name] | undefined | Promise<Item[Name] | undefined>;
  /** A field that takes the detail: the object's own, at once, if it was read in detail, else of another read. */
  detailed<Name extends keyof Item>(
    item: Item,
    name: Name,
  ): Item[Name] | undefined | Promise<Item[Name] | undefined>;
  /** Remembers an object that a write answered. */
  prime(item: Item, options: { isDetailed: boolean }): void;
  /** Forgets everything. */
  clear(): void;
}

/** Makes the loader of one type: keys of one tick that name the same object become one call. */
export function createObjectLoader<Params extends object, Item extends object>({
  get,
  keyOf,
  detail,
  files,
}: ObjectLoaderOptions<Params, Item>): ObjectLoader<Params, Item> {
  const wholeItems = new WeakSet<Item>();
  const detailedItems = new WeakSet<Item>();
  const nameOf = (params: Params) => JSON.stringify(Object.values(keyOf(params)));
  const isInDetail = (params: Params) => detail !== undefined && params[detail] === true;
  const inDetail = (key: Params): Params => (detail === undefined ? key : { ...key, [detail]: true });

  const read = async (params: Params): Promise<Item | null> => {
    try {
      const item = await get(params);
      wholeItems.add(item);
      if (isInDetail(params)) detailedItems.add(item);
      return item;
    } catch (error) {
      if (error instanceof ImmError && error.code === "ResourceNotFound") return null;
      throw error;
    }
  };

  const readAll = async (all: readonly Params[]) => {
    const inDetailNames = new Set(all.filter(isInDetail).map(nameOf));
    const reads = new Map<string, Promise<Item | null>>();
    const readOnce = (params: Params) => {
      const name = nameOf(params);
      const before = reads.get(name);
      if (before) return before;
      const once = read(inDetailNames.has(name) ? inDetail(keyOf(params)) : params);
      reads.set(name, once);
      if (inDetailNames.has(name)) loader.prime(keyOf(params), once);
      return once;
    };
    const outcomes = await Promise.allSettled(all.map(readOnce));
    return outcomes.map((outcome) =>
      outcome.status === "fulfilled" ? outcome.value : (outcome.reason as Error),
    );
  };

  const loader: DataLoader<Params, Item | null, string> = new DataLoader(readAll, {
    cacheKeyFn: (params) => (isInDetail(params) ? `${nameOf(params)} in detail` : nameOf(params)),
  });

  return {
    files,
    load: (params) => loader.load(params),
    whole: (item, name) =>
      wholeItems.has(item) ? item[name] : loader.load(keyOf(item)).then((whole) => whole?.[name]),
    detailed: (item, name) =>
      detailedItems.has(item)
        ? item[name]
        : loader.load(inDetail(keyOf(item))).then((detailed) => detailed?.[name]),
    prime(item, { isDetailed }) {
      loader.prime(keyOf(item), item);
      if (!isDetailed) return;
      detailedItems.add(item);
      loader.prime(inDetail(keyOf(item)), item);
    },
    clear: () => void loader.clearAll(),
  };
}
