import DataLoader from "dataloader";
import { call } from "./sdk-runtime.ts";

// The calls of the peers that sign.

/** A dataset as IMM answers it: numbers as `JSON.parse` leaves them. */
export interface Dataset extends DatasetKey {
  readonly Description?: string;
  readonly TemplateId?: string;
  readonly CreateTime?: string;
  readonly UpdateTime?: string;
  readonly DatasetMaxBindCount?: number;
  readonly DatasetMaxFileCount?: number;
  readonly DatasetMaxEntityCount?: number;
  readonly DatasetMaxRelationCount?: number;
  readonly DatasetMaxTotalFileSize?: number;
  readonly BindCount?: number;
  readonly FileCount?: number;
  readonly TotalFileSize?: number;
  readonly ClusterType?: string;
  readonly SmartClusterTaskStatus?: TaskStatus;
  readonly WorkflowParameters?: readonly WorkflowParameter[];
}

export interface DatasetKey {
  readonly ProjectName: string;
  readonly DatasetName: string;
}

export interface TaskStatus {
  readonly Status?: string;
  readonly StartTime?: string;
  readonly LastSucceededTime?: string;
}

export interface WorkflowParameter {
  readonly Name?: string;
  readonly Value?: string;
}

interface DatasetReply {
  readonly RequestId: string;
  readonly Dataset: Dataset;
}

/** A page of datasets, and the token of the next: empty on the last. */
export interface DatasetPage {
  readonly Datasets: readonly Dataset[];
  readonly NextToken: string;
}

/** The global id of a dataset. */
export function idOf({ ProjectName, DatasetName }: DatasetKey): string {
  return Buffer.from(`Dataset:${ProjectName}/${DatasetName}`).toString("base64");
}

/** Creates a dataset of an input of the graph, whose names are IMM's but for the first letter. */
export function createDataset(input: Record<string, unknown>): Promise<DatasetReply> {
  const named = Object.entries(input).map(([name, value]) => [name[0]!.toUpperCase() + name.slice(1), value]);
  return call("CreateDataset", Object.fromEntries(named) as Record<string, unknown>);
}

/** Reads a page of a project's datasets. */
export function listDatasets({ projectName, first, after }: PageArguments): Promise<DatasetPage> {
  return call("ListDatasets", { ProjectName: projectName, MaxResults: first, NextToken: after });
}

export interface PageArguments {
  readonly projectName: string;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Where a page stands in its list. */
export function pageInfoOf({ NextToken }: DatasetPage) {
  return { hasNextPage: NextToken !== "", endCursor: NextToken || null };
}

/** What the resolvers of one request share. */
export interface Context {
  readonly datasets: DataLoader<DatasetKey, Dataset | null, string>;
}

/** Makes what one request needs: a dataset is read once, however often it is asked for. */
export function createContext(): Context {
  return {
    datasets: new DataLoader((keys) => Promise.all(keys.map(getDataset)), {
      cacheKeyFn: ({ ProjectName, DatasetName }) => `${ProjectName}/${DatasetName}`,
    }),
  };
}

async function getDataset({ ProjectName, DatasetName }: DatasetKey): Promise<Dataset | null | Error> {
  try {
    const query = { ProjectName, DatasetName, WithStatistics: true };
    return (await call<DatasetReply>("GetDataset", query)).Dataset;
  } catch (error) {
    return (error as { code?: unknown }).code === "ResourceNotFound" ? null : (error as Error);
  }
}
