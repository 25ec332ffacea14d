import { along, asPlanned, byURI, countOf, foundBy, inRange, inTable, where } from "./by-hand.ts";
import { leaf } from "./conditions.ts";
import { nameOf } from "../filled/documents.ts";
import { firstPages } from "./first-pages.ts";
import type { Known } from "./known.ts";
import { readConditions, wordsOf, type Condition } from "../filled/local-store.ts";
import type { Kind, PageQuestion } from "./question.ts";

/** Files by how a text begins, and by words. */
export function textQuestions({ files }: Known): PageQuestion[] {
  const begins = "f.Filename >= '2022/IMG' AND f.Filename < '2022/IMH'";
  const beginning = where(begins, {
    ...{ URIs: byURI, planner: asPlanned, table: inTable, index: along("FileByFilename") },
  });
  return [
    ...firstPages({
      ...{ kind: "a prefix", title: "Filename, 3 % of files" },
      condition: readConditions(leaf("Filename", "prefix", "2022/IMG")),
      rows: beginning,
      count: countOf(beginning),
    }),
    ...withWords("a phrase", "Title, 0.7 % of files", phrase("西湖 party"), 'Title : "西 湖 party"'),
    ...withWords("a phrase", "Title, 16 % of files", phrase("西湖"), 'Title : "西 湖"'),
    ...withWords("fuzzy, Latin", "a word in 26 % of files", fuzzy("party"), '"party" *').slice(1),
    ...withWords(
      "fuzzy, Latin",
      "the name of one file",
      fuzzy(nameOf(Math.floor(files / 2))),
      `"${wordsOf(nameOf(Math.floor(files / 2))).join(" ")}" *`,
    ).slice(1),
    ...withWords("fuzzy, Chinese", "a word in 29 % of files", fuzzy("西湖"), '"西 湖" *').slice(1),
    ...withWords(
      "fuzzy, Chinese",
      "two words in 7 % of files",
      fuzzy("西湖 海边"),
      '"西 湖" * AND "海 边" *',
    ).slice(1),
  ];
}

const phrase = (text: string) => readConditions(leaf("Title", "match-phrase", text));

// FuzzyQuery always counts.
const fuzzy = (text: string): Condition => ({ kind: "words", phrases: text.split(" ").map(wordsOf) });

function withWords(kind: Kind, title: string, condition: Condition, match: string): PageQuestion[] {
  const found = `SELECT rowid FROM FileText WHERE FileText MATCH '${match}' AND ${inRange("rowid")}`;
  return firstPages({
    ...{ kind, title, condition },
    rows: {
      words: foundBy(found),
      "URIs, listed": `${byURI} AND +f.FileId IN (${found})`,
      "table, listed": `${inTable} AND +f.FileId IN (${found})`,
      "URIs, looked at": `${byURI} AND EXISTS (SELECT 1 FROM FileText WHERE FileText MATCH '${match}' AND rowid = f.FileId)`,
    },
    count: {
      words: `SELECT count(*) AS count FROM FileText WHERE FileText MATCH '${match}' AND ${inRange("rowid")}`,
    },
  });
}
