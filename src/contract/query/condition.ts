/** A condition on files, as SimpleQuery takes it. */
export interface Condition {
  readonly Operation: string;
  readonly Field?: string;
  readonly Value?: string;
  readonly SubQueries?: readonly Condition[];
}

/** Conditions, and where in the caller's `where` each comes from. */
export type Places = Map<Condition, string>;

/** A query: its conditions as a tree, and where in the caller's `where` each comes from. */
export interface Query {
  readonly tree: Condition;
  readonly places: ReadonlyMap<Condition, string>;
}

const node = /\bQuery((?:\.SubQueries\[\d+\])*)/;

/**
 * Where in the caller's `where` a node of its tree comes from that a sentence of IMM names, as
 * `Query.SubQueries[1].Value`; undefined if it names none.
 */
export function placeNamedIn(message: string, { tree, places }: Query): string | undefined {
  const found = node.exec(message);
  if (!found) return undefined;
  let at: Condition | undefined = tree;
  for (const [, index] of found[1]!.matchAll(/\[(\d+)\]/g)) at = at?.SubQueries?.[Number(index)];
  return places.get(at ?? tree);
}
