import type { FileOrderInput } from "../generated/graphql.ts";

/** The ways to sort, the first of which is meant if none is chosen. */
export const sorts = [
  { name: "newest", label: "Newest first", orderBy: { produceTime: "DESC" } },
  { name: "oldest", label: "Oldest first", orderBy: { produceTime: "ASC" } },
  { name: "largest", label: "Largest first", orderBy: { size: "DESC" } },
  { name: "smallest", label: "Smallest first", orderBy: { size: "ASC" } },
  { name: "a-z", label: "Name, A to Z", orderBy: { filename: "ASC" } },
  { name: "z-a", label: "Name, Z to A", orderBy: { filename: "DESC" } },
] as const satisfies readonly { name: string; label: string; orderBy: FileOrderInput }[];

export type Sort = (typeof sorts)[number];
