import { eachSelected, type Searching } from "./searching.ts";
import { sql } from "./sql.ts";

/** A picture that looks like another. */
export interface Alike {
  readonly FileId: bigint;
  /** In how many of 64 bits their hashes differ. */
  readonly distance: bigint;
}

/** The files of a selection that look most like a picture of this hash, the most alike first. */
export async function findAlike(
  search: Searching,
  { hash, mostDistant, limit }: { hash: string; mostDistant: number; limit: number },
): Promise<Alike[]> {
  let nearest: Alike[] = [];
  await eachSelected(search, search.ids, ({ from }, where) => {
    const found = search.tools.statements.all<Alike>(sql`
      SELECT f.FileId AS FileId, hammingDistance(f.ImageHash, ${hash}) AS distance FROM ${from}
      WHERE ${where} AND f.ImageHash IS NOT NULL AND distance <= ${BigInt(mostDistant)}
      ORDER BY distance, FileId LIMIT ${BigInt(limit)}
    `);
    if (found.length > 0) {
      const byDistance = [...nearest, ...found].toSorted((a, b) => Number(a.distance - b.distance));
      nearest = byDistance.slice(0, limit);
    }
    return true;
  });
  return nearest;
}
