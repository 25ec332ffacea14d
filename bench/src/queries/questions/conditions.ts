import { readConditions, type Condition } from "../filled/local-store.ts";

type Tree = Parameters<typeof readConditions>[0];
type Leaf = NonNullable<Tree["Operation"]>;

/** A condition on one field, as SimpleQuery takes it. */
export const leaf = (Field: string, Operation: Leaf, Value: string): Tree => ({ Field, Operation, Value });
/** Conditions that must all hold. */
export const all = (...SubQueries: Tree[]): Tree => ({ Operation: "and", SubQueries });
/** What holds the process longest, if anything does: a hundred conditions, none of which an index helps. */
export const bomb: Condition = readConditions({
  Operation: "or",
  SubQueries: Array.from({ length: 100 }, (_, n) => leaf("Title", "prefix", `zz${n}`)),
});
