import {
  along,
  asPlanned,
  byURI,
  countOf,
  foundBy,
  inRange,
  inTable,
  isOfDataset,
  pageFrom,
  where,
  type Ways,
} from "./by-hand.ts";
import { nameOf } from "./documents.ts";
import { readConditions, wordsOf, type Condition, type SortKey } from "./local-store.ts";
import type { Kind, PageQuestion, Question } from "./question.ts";
import { aggregateQuestions } from "./aggregate-questions.ts";
import type { Known } from "./known.ts";
import { sortQuestions } from "./sort-questions.ts";

type Tree = Parameters<typeof readConditions>[0];
type Leaf = NonNullable<Tree["Operation"]>;

const leaf = (Field: string, Operation: Leaf, Value: string): Tree => ({ Field, Operation, Value });
const all = (...SubQueries: Tree[]): Tree => ({ Operation: "and", SubQueries });
const inOrderOfURIs: readonly SortKey[] = [{ field: "URI", direction: "asc" }];

interface Asked {
  readonly kind: Kind;
  readonly title: string;
  readonly condition: Condition;
  /** Ways to the rows, without what is selected of them. */
  readonly rows: Ways;
  /** Ways to count them; without them only a page is asked for. */
  readonly count?: Ways;
  /** What is asked of a row, and the columns of an index for it that nobody has declared. */
  readonly undeclared?: { readonly columns: string; readonly condition: string };
}

/** A first page in the order of URIs, and the same with how many files there are in all, if there are ways to count. */
function firstPages({ kind, title, condition, rows, count, undeclared }: Asked): PageQuestion[] {
  const keys = inOrderOfURIs;
  const byIndex = undeclared && where(undeclared.condition, { index: along("Undeclared") });
  const declared = byIndex && {
    columns: undeclared.columns,
    page: pageFrom(byIndex, "f.URI"),
    count: countOf(byIndex),
  };
  const page = { kind, title, condition, keys, page: pageFrom(rows, "f.URI") };
  const pages = [page, ...(count ? [{ ...page, title: `${title}, with the count`, count }] : [])];
  return pages.map((each) => (declared ? { ...each, undeclared: declared } : each));
}

/** All that is asked of a dataset of which this is known. */
export function questionsOf(known: Known): Question[] {
  return [
    ...equalities(known),
    ...ranges(),
    ...nestedLabels(),
    ...circles(),
    ...texts(known),
    ...aggregateQuestions(),
    ...sortQuestions(known),
  ];
}

function equalities({ ETag }: Known): PageQuestion[] {
  const kind = "equality";
  const isImage = "f.MediaType = 'image'";
  const isWide = "f.ImageWidth = 800";
  return [
    ...firstPages({
      ...{ kind, title: "one ETag" },
      condition: readConditions(leaf("ETag", "eq", ETag)),
      rows: { index: `${along("FileByETag")} AND f.ETag = '${ETag}'` },
    }),
    ...firstPages({
      ...{ kind, title: "MediaType, 80 % of files" },
      condition: readConditions(leaf("MediaType", "eq", "image")),
      rows: where(isImage, { URIs: byURI, planner: asPlanned, index: along("FileByMediaType") }),
      count: countOf(where(isImage, { index: along("FileByMediaType"), table: inTable })),
    }),
    ...firstPages({
      ...{ kind, title: "ImageWidth, 2.5 % of files" },
      condition: readConditions(leaf("ImageWidth", "eq", "800")),
      rows: where(isWide, { URIs: byURI, table: inTable, planner: asPlanned }),
      count: countOf(where(isWide, { table: inTable, planner: asPlanned })),
      undeclared: { columns: "DatasetId, ImageWidth, URI", condition: isWide },
    }),
  ];
}

function ranges(): PageQuestion[] {
  const since = "2023-01-01T00:00:00+08:00";
  const isWithin = `f.Size > 9000000 AND f.ProduceTime >= ${Date.parse(since)}000000`;
  const rows = where(isWithin, {
    ...{ URIs: byURI, table: inTable, planner: asPlanned },
    ...{ sizes: along("FileBySize"), times: along("FileByProduceTime") },
  });
  return firstPages({
    kind: "a range on two fields",
    title: "Size and ProduceTime, 2.5 % of files",
    condition: readConditions(all(leaf("Size", "gt", "9000000"), leaf("ProduceTime", "gte", since))),
    rows,
    count: countOf(rows),
    undeclared: { columns: "DatasetId, Size, ProduceTime, URI", condition: isWithin },
  });
}

function nestedLabels(): PageQuestion[] {
  const labelled = (title: string, name: string, confidence: number, isCounted: boolean) => {
    const isLabel = `LabelName = '${name}' AND LabelConfidence >= ${confidence}`;
    const found = `SELECT FileId FROM FileLabel WHERE ${isOfDataset} AND ${isLabel}`;
    const hasLabel = `EXISTS (SELECT 1 FROM FileLabel e WHERE e.FileId = f.FileId AND ${isLabel})`;
    const isOfName = leaf("Labels.LabelName", "eq", name);
    const isSure = leaf("Labels.LabelConfidence", "gte", String(confidence));
    return firstPages({
      ...{ kind: "a nested label with its confidence", title },
      condition: readConditions({
        Operation: "nested",
        Field: "Labels",
        SubQueries: [all(isOfName, isSure)],
      }),
      rows: {
        "URIs, looked at": `${byURI} AND ${hasLabel}`,
        "URIs, listed": `${byURI} AND +f.FileId IN (${found})`,
        "table, listed": `${inTable} AND +f.FileId IN (${found})`,
        labels: foundBy(found),
        planner: `${asPlanned} AND f.FileId IN (${found})`,
      },
      ...(isCounted && {
        count: {
          labels: `SELECT count(DISTINCT FileId) AS count FROM FileLabel WHERE ${isOfDataset} AND ${isLabel}`,
          listed: `SELECT count(*) AS count FROM (SELECT DISTINCT FileId FROM FileLabel WHERE ${isOfDataset} AND ${isLabel})`,
          looked: `SELECT count(*) AS count FROM ${inTable} AND ${hasLabel}`,
        },
      }),
    });
  };
  return [
    ...labelled("a common label, 3 % of files", "cat", 0.8, true),
    ...labelled("a common label, 0.04 % of files", "cat", 0.998, false),
    ...labelled("a rare label, 0.01 % of files", "rare-7", 0.5, false),
  ];
}

function circles(): PageQuestion[] {
  const [latitude, longitude] = [30.5, 120.5];
  const degree = (6_371_008.8 * Math.PI) / 180;
  const around = (title: string, metres: number, isCounted: boolean) => {
    const height = (metres / degree) * 1.000001;
    const width = height / Math.cos(((latitude + height) * Math.PI) / 180);
    const half = (column: string, value: number) => `sin(radians(${column} - ${value}) / 2)`;
    const isNear = `${2 * 6_371_008.8} * asin(min(1, sqrt(
      ${half("Latitude", latitude)} * ${half("Latitude", latitude)}
      + cos(radians(Latitude)) * ${Math.cos((latitude * Math.PI) / 180)}
      * ${half("Longitude", longitude)} * ${half("Longitude", longitude)}))) <= ${metres}`;
    const inBox = `Latitude BETWEEN ${latitude - height} AND ${latitude + height}
      AND Longitude BETWEEN ${longitude - width} AND ${longitude + width}`;
    const inTree = `MinDataset <= 2 AND MaxDataset >= 2
      AND MinLatitude <= ${latitude + height} AND MaxLatitude >= ${latitude - height}
      AND MinLongitude <= ${longitude + width} AND MaxLongitude >= ${longitude - width}`;
    const found = `SELECT FileId FROM FilePlace WHERE ${inTree} AND ${isNear}`;
    const rows = {
      URIs: `${byURI} AND ${inBox} AND ${isNear}`,
      table: `${inTable} AND ${inBox} AND ${isNear}`,
      tree: foundBy(found),
      "URIs, listed": `${byURI} AND +f.FileId IN (${found})`,
    };
    return firstPages({
      ...{ kind: "a circle", title },
      condition: readConditions(leaf("LatLong", "geo-distance", `${latitude},${longitude};${metres}`)),
      rows,
      ...(isCounted && {
        count: {
          tree: `SELECT count(*) AS count FROM FilePlace WHERE ${inTree} AND ${isNear}`,
          table: `SELECT count(*) AS count FROM ${rows.table}`,
        },
      }),
    });
  };
  return [...around("5 km, 0.06 % of files", 5_000, true), ...around("50 km, 6 % of files", 50_000, true)];
}

function texts({ files }: Known): PageQuestion[] {
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

/** What holds the process longest, if anything does: a hundred conditions, none of which an index helps. */
export const bomb: Condition = readConditions({
  Operation: "or",
  SubQueries: Array.from({ length: 100 }, (_, n) => leaf("Title", "prefix", `zz${n}`)),
});
