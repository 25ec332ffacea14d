import { describe, expect, it } from "vitest";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { json, RequestId, startUpstream, type Upstream } from "../../support/upstream/upstream.ts";

const listProjects =
  "query ($first: Int) { projects(first: $first) { nodes { projectName } pageInfo { hasNextPage } } }";

interface Listed {
  projects: { nodes: { projectName: string }[]; pageInfo: { hasNextPage: boolean } };
}

async function list(upstream: Upstream, first = 100) {
  await using service = gatewayTo(upstream.url);
  return await service.send<Listed, { first: number }>(listProjects, { first });
}

const Projects = [{ ProjectName: "atlas" }];

describe("a list from an upstream", () => {
  it.each<[string, object]>([
    ["without a list", { RequestId }],
    ["with null for a list", { RequestId, Projects: null }],
    ["with null for a token", { RequestId, Projects: [], NextToken: null }],
    ["with an empty token", { RequestId, Projects: [], NextToken: "" }],
  ])("%s is empty, and one call", async (_what, body) => {
    await using upstream = await startUpstream(json(200, body));

    expect(await list(upstream)).toEqual({
      data: { projects: { nodes: [], pageInfo: { hasNextPage: false } } },
    });
    expect(upstream.requests).toHaveLength(1);
  });

  it.each<[string, object]>([
    ["text for a list", { RequestId, Projects: "x" }],
    ["an object for a list", { RequestId, Projects: {} }],
    ["null in a list", { RequestId, Projects: [null] }],
    ["a project without a name", { RequestId, Projects: [{}] }],
    ["a project whose name is a number", { RequestId, Projects: [{ ProjectName: 5 }] }],
    ["a list for text", { RequestId, Projects: [{ ProjectName: "p", Description: [] }] }],
    ["an object for a number", { RequestId, Projects: [{ ProjectName: "p", DatasetCount: {} }] }],
    ["a flag for a number", { RequestId, Projects: [{ ProjectName: "p", FileCount: true }] }],
    ["text for tags", { RequestId, Projects: [{ ProjectName: "p", Tags: "x" }] }],
    ["null among tags", { RequestId, Projects: [{ ProjectName: "p", Tags: [null] }] }],
    ["an error in place of a list", { RequestId, Code: "ResourceNotFound", Message: "x" }],
    ["an object for a token", { RequestId, Projects: [], NextToken: {} }],
  ])("with %s is an UPSTREAM_ERROR", async (_what, body) => {
    await using upstream = await startUpstream(json(200, body));

    const { data, errors } = await list(upstream);

    expect(data).toEqual({ projects: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "UPSTREAM_ERROR", imm: { action: "ListProjects", httpStatus: 200, requestId: RequestId } },
    ]);
  });

  it("may bring less than was asked for, page by page, but not without end", async () => {
    await using upstream = await startUpstream(json(200, { RequestId, Projects, NextToken: "again" }));

    const { data } = await list(upstream);

    expect(data?.projects.nodes).toHaveLength(10);
    expect(data?.projects.pageInfo.hasNextPage).toBe(true);
    expect(upstream.requests).toHaveLength(10);
  });

  it("that goes on with empty pages is an UPSTREAM_ERROR after ten", async () => {
    await using upstream = await startUpstream(json(200, { RequestId, Projects: [], NextToken: "again" }));

    const { errors } = await list(upstream);

    expect(errors?.[0]?.extensions.code).toBe("UPSTREAM_ERROR");
    expect(upstream.requests).toHaveLength(10);
  });
});
