import type * as wire from "../../contract/wire.ts";
import type { Action } from "../../contract/wire.ts";
import { FileType } from "../file/file.ts";
import { withoutUri, type FileMeta } from "../loading/file-loader.ts";
import { builder } from "../schema/builder.ts";
import type { Connection, Page } from "../paging/connection.ts";

/** Files that a query finds, page by page. */
export const FileConnection = builder.connectionObject(
  {
    type: FileType,
    name: "FileConnection",
    description: "A page of files.",
    fields: (t) => ({
      totalCount: t.field({
        type: "Count",
        nullable: true,
        description:
          "How many files match, on all pages together. `Dataset.query` counts them only if this is selected. Example: `10`.",
        resolve: (page) => (page as unknown as Connection<FileMeta>).totalCount,
      }),
    }),
  },
  { name: "FileEdge", description: "A file and where it stands in its list." },
);

/** What a dataset is called. */
export type DatasetNames = Pick<wire.Dataset, "DatasetName" | "ProjectName">;

/** Files as an action lists them, with their dataset: of that IMM tells only what it was asked for. */
export function filesOf(
  action: Action,
  files: readonly wire.File[] | null | undefined,
  { ProjectName, DatasetName }: DatasetNames,
): FileMeta[] {
  return (files ?? []).map((file) => {
    const { URI } = file;
    if (!URI) throw withoutUri(action);
    return { ...file, ProjectName, DatasetName, URI };
  });
}

/** An action's reply as a page of files. */
export function pageOf(
  action: Action,
  { Files, NextToken, TotalHits }: Partial<wire.SimpleQueryResponseBody>,
  names: DatasetNames,
): Page<FileMeta> {
  return { items: filesOf(action, Files, names), nextToken: NextToken, totalCount: TotalHits };
}
