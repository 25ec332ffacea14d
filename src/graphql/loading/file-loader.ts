import DataLoader from "dataloader";
import { inCalls } from "../../contract/in-calls.ts";
import type * as wire from "../../contract/wire.ts";
import type { Action } from "../../contract/wire.ts";
import type { AbortSignalLike } from "../../imm/cancellation-token.ts";
import type { ImmClient } from "../../imm/client.ts";
import { ImmError } from "../../imm/error.ts";
import { isDatasetMissing, isFileMissing, mayBeAboutFile } from "./read-failures.ts";
import { Readers } from "./readers.ts";

/** What identifies a file. */
export type FileKey = Pick<wire.GetFileMetaRequest, "DatasetName" | "ProjectName" | "URI">;

/** A file with its dataset: a reply that lists some fields only leaves its names out. */
export interface FileMeta extends Omit<wire.File, keyof FileKey>, FileKey {}

/** A file to read, and the fields that are wanted of it: all if undefined. */
export interface FileRead extends FileKey {
  readonly WithFields?: readonly string[] | undefined;
}

/** Reads files, many by one call. */
export interface FileLoader {
  /** Reads the files that are selected below a file: this one. */
  readonly files: FileLoader;
  /**
   * The file with at least the fields asked for, or null if IMM has none of that key.
   *
   * @throws whatever the call fails with that reads it.
   */
  load(read: FileRead): Promise<FileMeta | null>;
  /**
   * The same of many, each with its own failure. Once `signal` is aborted it doesn't wait for others who read by the same
   * calls; the last one who leaves a call ends it.
   */
  loadAll(reads: readonly FileRead[], signal?: AbortSignalLike): Promise<(FileMeta | null | Error)[]>;
  /** Whether the caller may read the object of these names that files are selected below. */
  mayRead(action: Action, names: object): boolean;
  /** Forgets everything. */
  clear(): void;
}

/** Files that were read, by their URIs, and why others couldn't be. */
type Found = ReadonlyMap<string, FileMeta | Error>;

/** A call that reads files, divided where it has to be. */
interface Call {
  readonly fields: Fields;
  readonly found: Promise<Found>;
  readonly readers: Readers;
}

/** By the URIs of a dataset's files. */
type DatasetCalls = Map<string, Call>;

interface Load {
  readonly reads: readonly FileRead[];
  readonly signal: AbortSignalLike | undefined;
}

// How often a request's calls are divided, where they may have failed for one of their files: an operation's price counts
// none of that.
const maxDivisions = 16;

/**
 * Makes the loader of files. Those of one tick and one dataset are read together, each once, with the fields that any of
 * them wants; a file that was read is read again only for a field that wasn't asked for.
 */
export function createFileLoader(imm: ImmClient): FileLoader {
  // By project, dataset and URI: a name made of all three would be made, and hashed, for each file twice.
  const projects = new Map<string, Map<string, DatasetCalls>>();
  let divisions = 0;

  async function readSome(
    reads: readonly FileRead[],
    fields: Fields,
    signal: AbortSignalLike,
  ): Promise<Found> {
    try {
      return await readOnce(reads, fields, signal);
    } catch (error) {
      if (isDatasetMissing(error)) return new Map();
      if (reads.length === 1 && isFileMissing(error)) return new Map();
      const isDivisible = reads.length > 1 && mayBeAboutFile(error) && divisions < maxDivisions;
      if (!isDivisible) return new Map(reads.map(({ URI }) => [URI, error as Error]));
      divisions += 1;
      const half = Math.ceil(reads.length / 2);
      const halves = [reads.slice(0, half), reads.slice(half)].map((some) => readSome(some, fields, signal));
      return new Map((await Promise.all(halves)).flatMap((found) => [...found]));
    }
  }

  async function readOnce(
    reads: readonly FileRead[],
    { names }: Fields,
    signal: AbortSignalLike,
  ): Promise<Found> {
    const { ProjectName, DatasetName } = reads[0]!;
    const URIs = reads.map(({ URI }) => URI);
    const WithFields = names && { WithFields: [...names] };
    const params = { ProjectName, DatasetName, URIs, ...WithFields };
    const { Files } = await imm.call("BatchGetFileMeta", params, signal);
    const found = new Map<string, FileMeta>();
    // What IMM doesn't know it may leave out, so that positions tell nothing.
    for (const file of Files ?? []) {
      const { URI } = file;
      if (!URI) throw withoutUri("BatchGetFileMeta");
      // In their place: a copy of so many members would take as long as parsing them. Who shares the reply asked the same.
      found.set(URI, Object.assign(file, { ProjectName, DatasetName, URI }));
    }
    return found;
  }

  /** By which call each file of a dataset was read. */
  function callsOf({ ProjectName, DatasetName }: FileKey): DatasetCalls {
    const datasets = entryOf(projects, ProjectName, () => new Map<string, DatasetCalls>());
    return entryOf(datasets, DatasetName, () => new Map<string, Call>());
  }

  function readDataset(calls: DatasetCalls, reads: readonly FileRead[]): void {
    const fields = new Fields();
    for (const { URI, WithFields } of reads) {
      fields.add(WithFields);
      const before = calls.get(URI);
      if (before) fields.addAll(before.fields);
    }
    const once = [...new Map(reads.map((read) => [read.URI, read])).values()];
    for (const some of inCalls(once, ({ URI }) => URI)) {
      const readers = new Readers();
      const call = { fields, found: readSome(some, fields, readers.signal), readers };
      for (const { URI } of some) calls.set(URI, call);
    }
  }

  const loader = new DataLoader<Load, readonly Call[]>(
    (loads) => {
      const unknown = new Map<DatasetCalls, FileRead[]>();
      for (const { reads, signal } of loads) {
        if (signal?.aborted) continue;
        for (const read of reads) if (!isKnown(read)) entryOf(unknown, callsOf(read), () => []).push(read);
      }
      for (const [calls, reads] of unknown) readDataset(calls, reads);
      return Promise.resolve(
        loads.map(({ reads, signal }) => (signal?.aborted ? (signal.reason as Error) : reads.map(callOf))),
      );
    },
    { cache: false },
  );

  const callOf = (read: FileRead) => callsOf(read).get(read.URI)!;

  function isKnown(read: FileRead): boolean {
    const call = callsOf(read).get(read.URI);
    return call !== undefined && !call.readers.signal.aborted && call.fields.cover(read.WithFields);
  }

  async function loadAll(reads: readonly FileRead[], signal?: AbortSignalLike) {
    const calls = reads.every(isKnown) ? reads.map(callOf) : await loader.load({ reads, signal });
    const found = new Map<Call, Found>();
    await Promise.all(
      [...new Set(calls)].map(async (call) => found.set(call, await call.readers.wait(call.found, signal))),
    );
    return reads.map(({ URI }, index) => found.get(calls[index]!)!.get(URI) ?? null);
  }

  const fileLoader: FileLoader = {
    get files() {
      return fileLoader;
    },
    loadAll,
    async load(read) {
      const [file] = await loadAll([read]);
      if (file instanceof Error) throw file;
      return file ?? null;
    },
    mayRead: (action, names) => imm.decide(action, names)?.decision.allowed ?? true,
    clear: () => projects.clear(),
  };
  return fileLoader;
}

/** The error for a file without its URI. A list of fields may leave it out, so that the client can't tell. */
export function withoutUri(action: Action): ImmError {
  return new ImmError(action, "malformed", {
    message: `IMM answered ${action} with a file without its URI.`,
  });
}

/** The fields that are asked for by lists, of which a page's files mostly share one. */
class Fields {
  readonly #lists = new Set<readonly string[] | undefined>();
  #names: Set<string> | undefined = new Set();

  /** Undefined if all are asked for. */
  get names(): ReadonlySet<string> | undefined {
    return this.#names;
  }

  /** Adds those of a list; undefined is all. */
  add(list: readonly string[] | undefined): void {
    if (this.#lists.has(list)) return;
    this.#lists.add(list);
    if (!list) this.#names = undefined;
    for (const name of list ?? []) this.#names?.add(name);
  }

  addAll({ names }: Fields): void {
    this.add(names && [...names]);
  }

  cover(list: readonly string[] | undefined): boolean {
    const names = this.#names;
    if (!names || this.#lists.has(list)) return true;
    return list !== undefined && list.every((name) => names.has(name));
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
