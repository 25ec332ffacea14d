import { notFound } from "../../http/fault.ts";
import { createNextToken } from "../../params/next-token.ts";
import { cutPage, readPage } from "../../params/page.ts";
import type { Operation } from "../operation.ts";
import { showDataset } from "./show-dataset.ts";

export const ListDatasets: Operation<"ListDatasets"> = (params, { store, accountId }) => {
  const ProjectName = params.name("ProjectName");
  const nextToken = createNextToken({
    secret: store.secret,
    action: "ListDatasets",
    owner: `${accountId}:${ProjectName}`,
    encoding: "utf8",
  });
  const page = readPage(params, nextToken);
  if (!store.projects.find(ProjectName)) throw notFound("Project");
  const { shown, last } = cutPage(store.datasets.list(ProjectName, page), page);
  return { Datasets: shown.map(showDataset), ...(last && { NextToken: nextToken.write(last.DatasetName) }) };
};
