import { createNextToken } from "../../params/next-token.ts";
import { cutPage, readPage } from "../../params/page.ts";
import { readTags } from "../../params/tags.ts";
import type { Operation } from "../operation.ts";
import { showProject } from "./show-project.ts";

export const ListProjects: Operation<"ListProjects"> = (params, { store, accountId }) => {
  const nextToken = createNextToken({
    secret: store.secret,
    action: "ListProjects",
    owner: accountId,
    encoding: "base64",
  });
  const page = readPage(params, nextToken);
  const Tags = readTags(params, 20) ?? [];
  const { shown, last } = cutPage(store.projects.list({ ...page, Tags }), page);
  return { Projects: shown.map(showProject), ...(last && { NextToken: nextToken.write(last.ProjectName) }) };
};
