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

const node = /\bQuery((?:\.SubQueries\[\d+\])*)/g;

/**
 * Where in the caller's `where` a node of its tree comes from that a sentence of IMM names, as
 * `Query.SubQueries[1].Value`; of several the deepest. Undefined if it names none.
 */
export function placeNamedIn(message: string, { tree, places }: Query): string | undefined {
  const paths = [...message.matchAll(node)].map(([, path]) => [...path!.matchAll(/\[(\d+)\]/g)]);
  const deepest = paths.toSorted((a, b) => b.length - a.length)[0];
  if (!deepest) return undefined;
  let at: Condition | undefined = tree;
  for (const [, index] of deepest) at = at?.SubQueries?.[Number(index)];
  return places.get(at ?? tree);
}
