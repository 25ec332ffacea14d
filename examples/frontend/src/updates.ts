import type { Cache } from "@urql/exchange-graphcache";
import type {
  CreateDatasetMutation,
  CreateDatasetMutationVariables,
  CreateProjectMutationVariables,
} from "./generated/graphql.ts";
import { ProjectQuery } from "./project-query.ts";

/** Puts a new dataset where it belongs in the list as far as it was read: IMM lists by name. */
export function insertDataset(
  { createDataset: { dataset } }: CreateDatasetMutation,
  { input: { projectName } }: CreateDatasetMutationVariables,
  cache: Cache,
): void {
  cache.updateQuery({ query: ProjectQuery, variables: { projectName } }, (data) => {
    const project = data?.project;
    if (!data || !project?.datasets) return data;
    const { datasets } = project;
    const { nodes, pageInfo } = datasets;
    const next = nodes.findIndex(({ datasetName }) => datasetName > dataset.datasetName);
    // It is on a page that is still to be read.
    if (next === -1 && pageInfo.hasNextPage) return data;
    const place = next === -1 ? nodes.length : next;
    const longer = { ...datasets, nodes: nodes.toSpliced(place, 0, dataset) };
    return { ...data, project: { ...project, datasets: longer } };
  });
}

/** Lets what was read as "there is none" be read again. */
export function readProjectAgain(
  _answer: unknown,
  { input: { projectName } }: CreateProjectMutationVariables,
  cache: Cache,
): void {
  cache.invalidate("Query", "project", { projectName });
}
