import { readPage } from "../../params/page.ts";
import { readTags } from "../../params/tags.ts";
import type { Operation } from "../operation.ts";
import { showProject } from "./show-project.ts";

export const ListProjects: Operation<"ListProjects"> = (params, context) => {
  const { store, accountId } = context;
  const Prefix = params.text("Prefix", 128) ?? "";
  const Tags = readTags(params, 20) ?? [];
  const {
    Limit,
    After: [After = ""] = [],
    cut,
  } = readPage(params, context, {
    action: "ListProjects",
    owner: [accountId],
    encoding: "base64",
    size: { min: 0n, max: 200n, default: 100n },
  });
  const found = store.projects.list({ Prefix, Tags, After, Limit });
  const { shown, ...next } = cut(found, ({ ProjectName }) => [ProjectName]);
  return { Projects: shown.map((project) => showProject(project)), ...next };
};
