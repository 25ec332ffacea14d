import { notFound } from "../../http/fault.ts";
import { readPage } from "../../params/page.ts";
import { maxText } from "../../params/schemas/text.ts";
import { findDataset } from "../find-dataset.ts";
import type { Operation } from "../operation.ts";
import { showBinding } from "./show-binding.ts";

export const ListBindings: Operation<"ListBindings"> = (params, context) => {
  const { store } = context;
  const ProjectName = params.name("ProjectName");
  const DatasetName = params.has("DatasetName") ? params.name("DatasetName") : undefined;
  const Prefix = params.text("Name", maxText) ?? "";
  const { Limit, After, cut } = readPage(params, context, {
    action: "ListBindings",
    owner: [ProjectName],
    selection: { DatasetName, Prefix },
    encoding: "utf8",
    size: { min: 0n, max: 200n, default: 100n },
  });
  if (DatasetName !== undefined) findDataset({ ProjectName, DatasetName }, store);
  else if (!store.projects.exists(ProjectName)) throw notFound("Project");
  const [dataset = "", bucket = ""] = After ?? [];
  const found = store.bindings.list({
    ...{ ProjectName, DatasetName, Prefix, Limit },
    After: { DatasetName: dataset, Bucket: bucket },
  });
  const { shown, ...next } = cut(found, (binding) => [binding.DatasetName, binding.Bucket]);
  return { Bindings: shown.map(showBinding), ...next };
};
