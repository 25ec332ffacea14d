import { asPlanned, byURI, foundBy, inTable, isOfDataset } from "./by-hand.ts";
import { all, leaf } from "./conditions.ts";
import { firstPages } from "./first-pages.ts";
import { readConditions } from "../filled/local-store.ts";
import type { PageQuestion } from "./question.ts";

/** Files with a label of a name, and of a confidence at least. */
export function labelQuestions(): PageQuestion[] {
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
