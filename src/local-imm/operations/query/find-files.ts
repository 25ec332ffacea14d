import type { FileField } from "../../../contract/query-fields.ts";
import type { Action, File } from "../../../contract/wire.ts";
import { tooExpensive } from "../../http/fault.ts";
import { readPage, type PageSize } from "../../params/page.ts";
import type { Params } from "../../params/params.ts";
import { readSortKeys } from "../../params/sort-keys.ts";
import { readWithFields } from "../../params/with-fields.ts";
import type { Condition } from "../../store/search/conditions/condition.ts";
import type { Scope } from "../../store/search/conditions/scope.ts";
import { TooExpensive } from "../../store/search/too-expensive.ts";
import { showFile } from "../file/show-file.ts";
import { datasetKeyOf, findDataset } from "../find-dataset.ts";
import type { Context } from "../operation.ts";
import { readPosition, writePosition } from "./position.ts";

interface Query {
  readonly action: Action;
  readonly size: PageSize;
  readonly condition: Condition | undefined;
  /** The parameters that a token is of. */
  readonly selection: object;
  readonly withTotal: boolean;
}

interface FoundFiles {
  readonly Files: File[];
  readonly TotalHits?: bigint;
  readonly NextToken: string;
}

/** A page of the files of a dataset that meet a condition. */
export async function findFiles(
  params: Params,
  context: Context,
  { action, size, condition, selection, withTotal }: Query,
  signal: AbortSignal | undefined,
): Promise<FoundFiles> {
  const { store, accountId } = context;
  const key = datasetKeyOf(params);
  const keys = readSortKeys(params);
  const WithFields = readWithFields(params);
  const owner = [accountId, key.ProjectName, key.DatasetName];
  const list = { action, owner, selection: { ...selection, keys }, encoding: "base64", size } as const;
  const { After, Limit, cut } = readPage(params, context, list);
  const { DatasetId } = findDataset(key, store);
  const after = After && readPosition(After, DatasetId);
  const scope = scopeOf(DatasetId, { ...key, OwnerId: accountId });
  const page = { keys, after, limit: Number(Limit), withTotal };
  const found = await store.search.find({ scope, condition }, page, signal).catch(refuse);
  const { shown, NextToken = "" } = cut(found.positions, writePosition);
  const files = store.read(() => store.files.some(shown.map(({ FileId }) => FileId)));
  return {
    Files: files.map((file) => showFile(file, { ...key, OwnerId: accountId, WithFields })),
    ...(found.total !== undefined && { TotalHits: found.total }),
    NextToken,
  };
}

/** The files of a dataset, with what they all have in common. */
export function scopeOf(DatasetId: bigint, names: Partial<Record<FileField, string>>): Scope {
  return { DatasetId, common: { ...names, ObjectType: "file" } };
}

/** Refuses a search as IMM might; for anything else it throws the same. */
export function refuse(error: unknown): never {
  throw error instanceof TooExpensive ? tooExpensive(error.files) : error;
}
