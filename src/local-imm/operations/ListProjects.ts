import { createNextToken } from "../next-token.ts";
import type { Operation } from "../operation.ts";
import { cutPage, readPage } from "../page.ts";
import { showProject } from "../show.ts";
import { readTags } from "../tags.ts";

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
