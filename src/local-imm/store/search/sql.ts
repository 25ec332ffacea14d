import type { Connection } from "../database/connection.ts";

/** A value that a statement is given. */
export type Value = bigint | number | string | null;

/** A part of a statement, with its values in the order in which they stand. */
export interface Sql {
  readonly text: string;
  readonly values: readonly Value[];
}

/** Writes a part of a statement: other parts stand where they are put, values are bound. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | Value)[]): Sql {
  let text = strings[0]!;
  const values: Value[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part === "object" && part !== null) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += "?";
      values.push(part);
    }
    text += strings[index + 1]!;
  }
  return { text, values };
}

/** A part that is written as it stands: the name of a column or an operator, never what somebody sent. */
export function plain(text: string): Sql {
  return { text, values: [] };
}

/** A part that leaves nothing out. */
export const always = plain("1");

/** A part that leaves everything out: bound, since with a constant SQLite plans no way along an index. */
export const never: Sql = { text: "?", values: [0n] };

/** Parts with text between them. */
export function join(parts: readonly Sql[], between: string): Sql {
  return {
    text: parts.map(({ text }) => text).join(between),
    values: parts.flatMap(({ values }) => values),
  };
}

/** Conditions that must all hold. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0 ? always : join(conditions, " AND ");
}

/** Runs statements that differ from search to search. */
export interface Statements {
  all<Row>(statement: Sql): Row[];
  /** The one row of a statement that has one. */
  one<Row>(statement: Sql): Row;
}

// Preparing one takes longer than running a selective one.
const keptStatements = 100;

/** Prepares statements when they are first run, and keeps those that were run last. */
export function createStatements(db: Connection): Statements {
  const kept = new Map<string, ReturnType<Connection["prepare"]>>();

  const prepared = (text: string) => {
    const statement = kept.get(text) ?? db.prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    if (kept.size > keptStatements) kept.delete(kept.keys().next().value!);
    return statement;
  };

  return {
    all: <Row>({ text, values }: Sql) => prepared(text).all(...values) as Row[],
    one: <Row>({ text, values }: Sql) => prepared(text).get(...values) as Row,
  };
}
