import { along, inTable, isOfDataset, type Ways } from "./by-hand.ts";
import { readConditions } from "../filled/local-store.ts";
import type { AggregateQuestion } from "./question.ts";

/** As many groups as SimpleQuery returns unless more are asked for. */
export const maxGroups = 100;

const groups = (value: string, from: string) =>
  `SELECT value, count FROM (
    SELECT ${value} AS value, count(*) AS count FROM ${from} AND ${value} IS NOT NULL GROUP BY ${value}
  ) ORDER BY count DESC, value LIMIT ${maxGroups}`;

const distinct = (value: string, from: string) =>
  `SELECT count(*) AS distinctValues FROM (SELECT ${value} FROM ${from} AND ${value} IS NOT NULL GROUP BY ${value})`;

export function aggregateQuestions(): AggregateQuestion[] {
  return [
    {
      ...{ kind: "groups", title: "MediaType", condition: undefined },
      aggregations: [{ subject: { file: "MediaType" }, operation: "group" }],
      aggregate: {
        index: groups("MediaType", along("FileByMediaType")),
        table: groups("MediaType", inTable),
      },
    },
    {
      ...{ kind: "groups", title: "LabelName", condition: undefined },
      aggregations: [{ subject: { array: "Labels", member: "LabelName" }, operation: "group" }],
      aggregate: {
        index: groups("LabelName", `FileLabel WHERE ${isOfDataset} AND Repeats IS NULL`),
        files: groups(
          "LabelName",
          `(SELECT DISTINCT FileId, LabelName FROM FileLabel WHERE ${isOfDataset}) WHERE 1`,
        ),
      },
    },
    {
      ...{ kind: "groups", title: "a custom label's values", condition: undefined },
      aggregations: [{ subject: { map: "CustomLabels", key: "trip" }, operation: "group" }],
      aggregate: {
        index: groups(
          "FoldedValue",
          `FileEntry WHERE ${isOfDataset} AND Map = 'CustomLabels' AND EntryKey = 'trip'`,
        ),
      },
    },
    {
      ...{ kind: "groups", title: "ImageWidth, of 90 % of files" },
      condition: readConditions({ Field: "Size", Operation: "gt", Value: "1000000" }),
      aggregations: [{ subject: { file: "ImageWidth" }, operation: "group" }],
      aggregate: selected((from) => groups("f.ImageWidth", `${from} AND f.Size > 1000000`)),
      undeclared: {
        columns: "DatasetId, ImageWidth, Size",
        aggregate: { index: groups("f.ImageWidth", `${along("Undeclared")} AND f.Size > 1000000`) },
      },
    },
    {
      ...{ kind: "distinct values", title: "Filename", condition: undefined },
      aggregations: [{ subject: { file: "Filename" }, operation: "distinct" }],
      aggregate: {
        index: distinct("Filename", along("FileByFilename")),
        table: distinct("Filename", inTable),
      },
    },
    {
      ...{ kind: "distinct values", title: "ImageHeight", condition: undefined },
      aggregations: [{ subject: { file: "ImageHeight" }, operation: "distinct" }],
      aggregate: { table: distinct("ImageHeight", inTable) },
      undeclared: {
        columns: "DatasetId, ImageHeight",
        aggregate: { index: distinct("ImageHeight", along("Undeclared")) },
      },
    },
    {
      ...{ kind: "numbers", title: "sum, least, greatest and average Size", condition: undefined },
      aggregations: (["sum", "min", "max", "average"] as const).map((operation) => ({
        subject: { file: "Size" },
        operation,
      })),
      aggregate: selected(
        (from) =>
          `SELECT total(Size) AS sum, min(Size) AS min, max(Size) AS max, avg(Size) AS average FROM ${from}`,
      ),
    },
  ];
}

const selected = (select: (from: string) => string): Ways => ({
  index: select(along("FileBySize")),
  table: select(inTable),
});
