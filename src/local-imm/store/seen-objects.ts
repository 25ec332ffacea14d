import type { Stamp } from "../buckets/stamp.ts";
import type { Connection } from "./database/connection.ts";

/** An object, or a folder of them, whose key ends in `/`, as a binding has seen it. */
export interface SeenKey {
  readonly BindingId: bigint;
  readonly key: string;
}

/** What is directly in a folder, such as `2024/`, behind a name. */
interface SeenPage {
  readonly BindingId: bigint;
  readonly Folder: string;
  readonly After: string;
}

interface SeenRow {
  readonly Name: string;
  readonly Size: bigint;
  readonly Mtime: bigint;
  readonly Inode: bigint;
}

export type SeenObjects = ReturnType<typeof createSeenObjects>;

/** Prepares all that is asked of what bindings have seen in their buckets. */
export function createSeenObjects(db: Connection) {
  // No file has the size -1.
  const page = db.prepare(`
    SELECT Name, Size, Mtime, Inode FROM SeenObject
    WHERE BindingId = :BindingId AND Folder = :Folder AND Name > :After ORDER BY Name LIMIT 500
  `);
  const save = db.prepare(`
    INSERT OR REPLACE INTO SeenObject (BindingId, Folder, Name, Size, Mtime, Inode)
    VALUES (:BindingId, :Folder, :Name, :Size, :Mtime, :Inode)
  `);
  const expect = db.prepare(`
    INSERT OR IGNORE INTO SeenObject (BindingId, Folder, Name, Size, Mtime, Inode)
    VALUES (:BindingId, :Folder, :Name, -1, 0, 0)
  `);
  const remove = db.prepare(`
    DELETE FROM SeenObject WHERE BindingId = :BindingId AND Folder = :Folder AND Name = :Name
  `);
  const invalidate = db.prepare(`
    UPDATE SeenObject SET Size = -1 WHERE BindingId = :BindingId AND Folder = :Folder AND Name = :Name
  `);
  // From binding to binding: each may have seen a million objects.
  const orphan = db.prepare(`
    WITH RECURSIVE Seen (BindingId) AS (
      SELECT min(BindingId) FROM SeenObject
      UNION ALL
      SELECT (SELECT min(BindingId) FROM SeenObject WHERE BindingId > Seen.BindingId) FROM Seen
      WHERE BindingId IS NOT NULL
    )
    SELECT BindingId FROM Seen
    WHERE BindingId IS NOT NULL AND BindingId NOT IN (SELECT BindingId FROM Binding) LIMIT 1
  `);
  const forget = db.prepare(`
    DELETE FROM SeenObject WHERE (BindingId, Folder, Name) IN (
      SELECT BindingId, Folder, Name FROM SeenObject WHERE BindingId = :BindingId LIMIT :Limit
    )
  `);

  return {
    /** What was seen in a folder behind a name, in pages; a folder in it has a name that ends in `/`. */
    page({ BindingId, Folder, After }: SeenPage): [string, Stamp][] {
      const rows = page.all({ BindingId, Folder, After }) as unknown as SeenRow[];
      return rows.map(({ Name, Size, Mtime, Inode }) => [
        Name,
        { size: Size, mtimeNs: Mtime, inode: BigInt.asUintN(64, Inode) },
      ]);
    },
    save({ BindingId, key }: SeenKey, { size, mtimeNs, inode }: Stamp): void {
      const stamp = { Size: size, Mtime: BigInt.asIntN(64, mtimeNs), Inode: BigInt.asIntN(64, inode) };
      save.run({ BindingId, ...placeOf(key), ...stamp });
    },
    delete: ({ BindingId, key }: SeenKey) => void remove.run({ BindingId, ...placeOf(key) }),
    /** Makes an object, and the folders that it is in, look changed or removed at the next scan, unless they were seen. */
    expect({ BindingId, key }: SeenKey): void {
      for (let at = key.indexOf("/"); at >= 0; at = key.indexOf("/", at + 1)) {
        expect.run({ BindingId, ...placeOf(key.slice(0, at + 1)) });
      }
      expect.run({ BindingId, ...placeOf(key) });
    },
    /** Makes an object look changed at the next scan, if it is still there by then. */
    invalidate: ({ BindingId, key }: SeenKey) => void invalidate.run({ BindingId, ...placeOf(key) }),
    /** A binding that is gone, of which something is still here; undefined if there is none. */
    findOrphan: () => (orphan.get() as { BindingId: bigint } | undefined)?.BindingId,
    /** Forgets so much of a binding. */
    forget: (BindingId: bigint, Limit: number) => void forget.run({ BindingId, Limit }),
  };
}

/** `a/b/c.jpg` is `c.jpg` in `a/b/`, and `a/b/` is `b/` in `a/`. */
function placeOf(key: string): { Folder: string; Name: string } {
  const at = key.lastIndexOf("/", key.length - 2) + 1;
  return { Folder: key.slice(0, at), Name: key.slice(at) };
}
