import type { Leaf } from "./condition.ts";
import type { IdRange } from "./scope.ts";
import { phraseFields } from "../rows/search-rows.ts";
import { never, plain, sql, type Sql } from "../sql.ts";

/** A question to FileText; undefined if no words are asked for. */
type TextQuery = string | undefined;

/** What finds each phrase anywhere in a file, with whatever its last word goes on with. */
export function words(phrases: readonly (readonly string[])[]): TextQuery {
  const asked = phrases.filter((phrase) => phrase.length > 0).map((phrase) => `${quote(phrase)} *`);
  return asked.length > 0 ? asked.join(" AND ") : undefined;
}

// FileText looks for each word in each file that has all of them: a longer phrase is found sooner in the field itself.
const longestPhrase = 16;

/** What finds a phrase in a field of which FileText has a column; null for another field, or a long phrase. */
export function phraseQuery({ subject, words: phrase }: Extract<Leaf, { kind: "phrase" }>): TextQuery | null {
  if (!("file" in subject) || !(phraseFields as readonly string[]).includes(subject.file)) return null;
  if (phrase.length > longestPhrase) return null;
  return phrase.length > 0 ? `${subject.file} : ${quote(phrase)}` : undefined;
}

/** The condition of a phrase on a row f, if FileText is to be asked: of rows with ids in a range. */
export function phraseInText(
  leaf: Extract<Leaf, { kind: "phrase" }>,
  range: IdRange | undefined,
): Sql | undefined {
  const query = phraseQuery(leaf);
  return query === null || range === undefined ? undefined : inSearchedText(query, range);
}

/** Whether FileText finds a row f: by all that it finds among some ids, or by looking at the one. */
export function inSearchedText(query: TextQuery, range: IdRange | undefined): Sql {
  if (query === undefined) return never;
  return range
    ? sql`f.FileId IN (${foundInText(query, range)})`
    : sql`EXISTS (SELECT 1 FROM FileText WHERE FileText MATCH ${query} AND rowid = f.FileId)`;
}

/** The ids in a range that FileText finds. */
export function foundInText(query: string, { first, last }: IdRange): Sql {
  return sql`SELECT rowid AS FileId FROM FileText WHERE ${plain("FileText")} MATCH ${query} AND rowid BETWEEN ${first} AND ${last}`;
}

// Words have neither quotes nor spaces.
function quote(phrase: readonly string[]): string {
  return `"${phrase.join(" ")}"`;
}
