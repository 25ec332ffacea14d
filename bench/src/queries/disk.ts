import type { Connection } from "./filled/local-store.ts";

/** What a table or an index takes on disk. */
export interface DiskUse {
  readonly name: string;
  /** Bytes for each file that is stored. */
  readonly bytes: number;
}

// Less for a file isn't worth a line.
const leastBytes = 1;

/** All that has a byte or more for a file, the largest first. */
export function diskUseOf(connection: Connection): DiskUse[] {
  const { files } = connection.prepare("SELECT count(*) AS files FROM File").get() as { files: bigint };
  const pages = connection.prepare("SELECT name, pgsize FROM dbstat WHERE aggregate = TRUE").all();
  const uses = new Map<string, number>();
  for (const { name, pgsize } of pages as { name: string; pgsize: bigint }[]) {
    const owner = ownerOf(name);
    uses.set(owner, (uses.get(owner) ?? 0) + Number(pgsize) / Number(files));
  }
  return [...uses]
    .map(([name, bytes]) => ({ name, bytes }))
    .filter(({ bytes }) => bytes >= leastBytes)
    .toSorted((a, b) => b.bytes - a.bytes);
}

/** The virtual table that keeps a table; else the name that people know it by. */
function ownerOf(name: string): string {
  const [, virtual] = /^(FileText|FilePlace)_/.exec(name) ?? [];
  return virtual ?? (name === "sqlite_autoindex_File_1" ? "URI (unique)" : name);
}
