import { notFound } from "../../http/fault.ts";
import { readPage } from "../../params/page.ts";
import type { Operation } from "../operation.ts";
import { showDataset } from "./show-dataset.ts";

export const ListDatasets: Operation<"ListDatasets"> = (params, context) => {
  const { store, accountId } = context;
  const ProjectName = params.name("ProjectName");
  const Prefix = params.text("Prefix", 128) ?? "";
  const {
    Limit,
    After: [After = ""] = [],
    cut,
  } = readPage(params, context, {
    action: "ListDatasets",
    owner: [accountId, ProjectName],
    encoding: "utf8",
    size: { min: 0n, max: 200n, default: 100n },
  });
  if (!store.projects.exists(ProjectName)) throw notFound("Project");
  const found = store.datasets.list(ProjectName, { Prefix, After, Limit });
  const { shown, ...next } = cut(found, ({ DatasetName }) => [DatasetName]);
  return { Datasets: shown.map(showDataset), ...next };
};
