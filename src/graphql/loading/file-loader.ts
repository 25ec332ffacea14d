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
   * The file with at least the fields asked for, or null if IMM has none of that key. Once `signal` is aborted it doesn't
   * wait for others who read by the same call; the last one who leaves ends the call.
   */
  load(read: FileRead, signal?: AbortSignalLike): Promise<FileMeta | null>;
  /** Whether the caller may read the object of these names that files are selected below. */
  mayRead(action: Action, names: object): boolean;
  /** Forgets everything. */
  clear(): void;
}

/** What has been read of a file. */
interface Known {
  /** The fields that were asked for; undefined if all. */
  readonly fields: ReadonlySet<string> | undefined;
  readonly file: Promise<FileMeta | null>;
  readonly readers: Readers;
}

interface Load {
  readonly read: FileRead;
  readonly signal: AbortSignalLike | undefined;
}

/** Files that were read, by their URIs, and why others couldn't be. */
type Found = ReadonlyMap<string, FileMeta | Unreadable>;

class Unreadable {
  readonly reason: unknown;

  constructor(reason: unknown) {
    this.reason = reason;
  }
}

// How often a request's calls are divided, where they may have failed for one of their files: an operation's price counts
// none of that.
const maxDivisions = 16;

const nameOf = ({ ProjectName, DatasetName, URI }: FileKey) =>
  JSON.stringify([ProjectName, DatasetName, URI]);
const datasetOf = ({ ProjectName, DatasetName }: FileKey) => JSON.stringify([ProjectName, DatasetName]);

/**
 * Makes the loader of files. Those of one tick and one dataset are read together, each once, with the fields that any of
 * them wants; a file that was read is read again only for a field that wasn't asked for.
 */
export function createFileLoader(imm: ImmClient): FileLoader {
  const known = new Map<string, Known>();
  let divisions = 0;

  async function readSome(
    reads: readonly FileRead[],
    fields: ReadonlySet<string> | undefined,
    signal: AbortSignalLike,
  ): Promise<Found> {
    try {
      return await readOnce(reads, fields, signal);
    } catch (error) {
      if (isDatasetMissing(error)) return new Map();
      if (reads.length === 1 && isFileMissing(error)) return new Map();
      const isDivisible = reads.length > 1 && mayBeAboutFile(error) && divisions < maxDivisions;
      if (!isDivisible) return new Map(reads.map(({ URI }) => [URI, new Unreadable(error)]));
      divisions += 1;
      const half = Math.ceil(reads.length / 2);
      const halves = [reads.slice(0, half), reads.slice(half)].map((some) => readSome(some, fields, signal));
      return new Map((await Promise.all(halves)).flatMap((found) => [...found]));
    }
  }

  async function readOnce(
    reads: readonly FileRead[],
    fields: ReadonlySet<string> | undefined,
    signal: AbortSignalLike,
  ): Promise<Found> {
    const { ProjectName, DatasetName } = reads[0]!;
    const URIs = reads.map(({ URI }) => URI);
    const WithFields = fields && { WithFields: [...fields] };
    const params = { ProjectName, DatasetName, URIs, ...WithFields };
    const { Files } = await imm.call("BatchGetFileMeta", params, signal);
    const found = new Map<string, FileMeta>();
    // What IMM doesn't know it may leave out, so that positions tell nothing.
    for (const file of Files ?? []) {
      const { URI } = file;
      if (!URI) throw withoutUri("BatchGetFileMeta");
      found.set(URI, { ...file, ProjectName, DatasetName, URI });
    }
    return found;
  }

  function readDataset(reads: readonly FileRead[]): void {
    const lists = reads.flatMap((read) => {
      const before = known.get(nameOf(read));
      return before ? [read.WithFields, before.fields] : [read.WithFields];
    });
    const fields = unionOf(lists);
    const once = [...new Map(reads.map((read) => [read.URI, read])).values()];
    for (const some of inCalls(once, ({ URI }) => URI)) {
      const readers = new Readers();
      const found = readSome(some, fields, readers.signal);
      for (const read of some) {
        const file = found.then((files) => {
          const outcome = files.get(read.URI) ?? null;
          if (outcome instanceof Unreadable) throw outcome.reason;
          return outcome;
        });
        known.set(nameOf(read), { fields, file, readers });
      }
    }
  }

  const loader = new DataLoader<Load, Known>(
    (loads) => {
      const isWanted = ({ read, signal }: Load) => !signal?.aborted && isUnknown(read);
      const reads = loads.filter(isWanted).map(({ read }) => read);
      for (const ofDataset of byDataset(reads)) readDataset(ofDataset);
      return Promise.resolve(
        loads.map(({ read, signal }) =>
          signal?.aborted ? (signal.reason as Error) : known.get(nameOf(read))!,
        ),
      );
    },
    { cache: false },
  );

  function isUnknown(read: FileRead): boolean {
    const before = known.get(nameOf(read));
    return !before || before.readers.signal.aborted || !covers(before.fields, read.WithFields);
  }

  const fileLoader: FileLoader = {
    get files() {
      return fileLoader;
    },
    load(read, signal) {
      const wait = ({ file, readers }: Known) => readers.wait(file, signal);
      return isUnknown(read) ? loader.load({ read, signal }).then(wait) : wait(known.get(nameOf(read))!);
    },
    mayRead: (action, names) => imm.decide(action, names)?.decision.allowed ?? true,
    clear: () => known.clear(),
  };
  return fileLoader;
}

/** The error for a file without its URI. A list of fields may leave it out, so that the client can't tell. */
export function withoutUri(action: Action): ImmError {
  return new ImmError(action, "malformed", {
    message: `IMM answered ${action} with a file without its URI.`,
  });
}

function covers(fields: ReadonlySet<string> | undefined, wanted: readonly string[] | undefined): boolean {
  return !fields || (wanted !== undefined && wanted.every((name) => fields.has(name)));
}

function unionOf(lists: readonly (Iterable<string> | undefined)[]): ReadonlySet<string> | undefined {
  const union = new Set<string>();
  for (const list of lists) {
    if (!list) return undefined;
    for (const name of list) union.add(name);
  }
  return union;
}

function byDataset(reads: readonly FileRead[]): Iterable<FileRead[]> {
  const groups = new Map<string, FileRead[]>();
  for (const read of reads) {
    const name = datasetOf(read);
    const group = groups.get(name);
    if (group) group.push(read);
    else groups.set(name, [read]);
  }
  return groups.values();
}
