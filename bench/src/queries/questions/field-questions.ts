import { along, asPlanned, byURI, countOf, inTable, where } from "./by-hand.ts";
import { all, leaf } from "./conditions.ts";
import { firstPages } from "./first-pages.ts";
import type { Known } from "./known.ts";
import { readConditions } from "../filled/local-store.ts";
import type { PageQuestion } from "./question.ts";

/** Files by the values of fields. */
export function fieldQuestions(known: Known): PageQuestion[] {
  return [...equalities(known), ...ranges()];
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
