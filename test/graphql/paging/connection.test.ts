import { describe, expect, it } from "vitest";
import { graphql } from "../../generated/index.ts";
import { startSeededGateway } from "../../support/gateway/seeded-gateway.ts";

const Page = graphql(`
  query Page($prefix: Prefix, $first: Int, $after: String) {
    datasets(projectName: "atlas", prefix: $prefix, first: $first, after: $after) {
      edges {
        cursor
        node {
          datasetName
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

const seven = ["a1", "a2", "a3", "b1", "b2", "b3", "b4"];

const cursor = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");

describe("a connection", () => {
  it("hands out every dataset once, page after page, one call a page", async () => {
    await using service = await startSeededGateway(...seven);
    const names: string[] = [];
    let after: string | null | undefined;
    do {
      const { data } = await service.send(Page, { first: 3, after });
      names.push(...data!.datasets!.edges.map(({ node }) => node.datasetName));
      after = data!.datasets!.pageInfo.hasNextPage ? data!.datasets!.pageInfo.endCursor : undefined;
    } while (after);

    expect(names).toEqual(seven);
    expect(service.calls).toHaveLength(3);
  });

  it("goes on behind any of its edges, not only the last, in one call", async () => {
    await using service = await startSeededGateway(...seven);
    const whole = await service.send(Page, { first: 7 });
    service.calls.length = 0;

    for (const [index, edge] of whole.data!.datasets!.edges.entries()) {
      const { data } = await service.send(Page, { first: 2, after: edge.cursor });
      expect(data!.datasets!.edges.map(({ node }) => node.datasetName)).toEqual(
        seven.slice(index + 1, index + 3),
      );
      expect(data!.datasets!.pageInfo.hasNextPage).toBe(index + 3 < seven.length);
    }
    expect(service.calls).toHaveLength(seven.length);
  });

  it("goes on where it was although the dataset of its cursor is gone", async () => {
    await using service = await startSeededGateway(...seven);
    const { data } = await service.send(Page, { first: 2 });
    await service.imm.call("DeleteDataset", { ProjectName: "atlas", DatasetName: "a2" });

    const next = await service.send(Page, { first: 2, after: data!.datasets!.pageInfo.endCursor });

    expect(next.data!.datasets!.edges.map(({ node }) => node.datasetName)).toEqual(["a3", "b1"]);
  });

  it("has 10 to a page in a list within another list, unless asked, and 100 elsewhere", async () => {
    await using service = await startSeededGateway(...Array.from({ length: 12 }, (_, n) => `d${n}`));
    const pageOf = "datasets { nodes { datasetName } pageInfo { hasNextPage } }";
    const sizeOf = async (query: string, variables?: Record<string, unknown>) => {
      const { data } = await service.send<Record<string, unknown>, unknown>(query, variables);
      const found = JSON.stringify(data);
      return [found.match(/datasetName/g)?.length, found.includes('"hasNextPage":true')];
    };

    expect(await sizeOf(`{ projects { nodes { ${pageOf} } } }`)).toEqual([10, true]);
    expect(await sizeOf(`{ projects { edges { node { ${pageOf} } } } }`)).toEqual([10, true]);
    expect(
      await sizeOf(`{ projects(first: 2) { nodes { ${pageOf.replace(" ", "(first: 12) ")} } } }`),
    ).toEqual([12, false]);
    expect(await sizeOf(`{ project(projectName: "atlas") { ${pageOf} } }`)).toEqual([12, false]);
    expect(
      await sizeOf(`{ dataset(projectName: "atlas", datasetName: "d1") { project { ${pageOf} } } }`),
    ).toEqual([12, false]);
    // The list of representations is the router's.
    expect(
      await sizeOf(
        `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Project { ${pageOf} } } }`,
        { all: [{ __typename: "Project", projectName: "atlas" }] },
      ),
    ).toEqual([12, false]);
  });

  it("tells where a page stands", async () => {
    await using service = await startSeededGateway("a", "b");

    const first = await service.send(Page, { first: 1 });
    const { startCursor, endCursor } = first.data!.datasets!.pageInfo;
    const last = await service.send(Page, { first: 1, after: endCursor });

    expect(startCursor).toBe(first.data!.datasets!.edges[0]!.cursor);
    expect(first.data!.datasets!.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    expect(last.data!.datasets!.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it("answers an empty page without cursors", async () => {
    await using service = await startSeededGateway();

    const { data } = await service.send(Page, {});

    expect(data).toEqual({
      datasets: {
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      },
    });
  });

  it("takes only names that begin with the prefix", async () => {
    await using service = await startSeededGateway(...seven);

    const { data } = await service.send(Page, { prefix: "b", first: 2 });
    const next = await service.send(Page, { prefix: "b", after: data!.datasets!.pageInfo.endCursor });

    expect(data!.datasets!.edges.map(({ node }) => node.datasetName)).toEqual(["b1", "b2"]);
    expect(next.data!.datasets!.edges.map(({ node }) => node.datasetName)).toEqual(["b3", "b4"]);
  });

  it("asks IMM for 100 unless told otherwise, and for no more than 200", async () => {
    await using service = await startSeededGateway();

    await service.send(Page, {});
    await service.send(Page, { first: 200 });

    expect(service.calls.map(({ params }) => params["MaxResults"])).toEqual([100, 200]);
  });

  it.each([0, -1, 201])("refuses a page of %i before any call", async (first) => {
    await using service = await startSeededGateway();

    const { errors } = await service.send(Page, { first });

    expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "first", allowed: "1..200" });
    expect(service.calls).toEqual([]);
  });

  it.each(["", "nonsense", cursor(["a"]), cursor({}), cursor(["", "a", -1]), cursor(["", "a", 0, 0])])(
    "refuses the cursor %j before any call",
    async (after) => {
      await using service = await startSeededGateway();

      const { errors } = await service.send(Page, { after });

      expect(errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "after" });
      expect(service.calls).toEqual([]);
    },
  );

  it("finds its way behind a made-up place in a few calls", async () => {
    const many = Array.from({ length: 250 }, (_, index) => `d${1000 + index}`);
    await using service = await startSeededGateway(...many, "z");

    const { data } = await service.send(Page, { first: 1, after: cursor(["", "e", 0]) });

    expect(data!.datasets!.edges.map(({ node }) => node.datasetName)).toEqual(["z"]);
    expect(service.calls).toHaveLength(3);
  });

  it("refuses a cursor whose token IMM never gave", async () => {
    await using service = await startSeededGateway("a");
    const { errors } = await service.send(Page, { after: cursor(["forged", "a", 0]) });

    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
    expect(errors?.[0]?.extensions.imm).toMatchObject({ action: "ListDatasets", code: "InvalidNextToken" });
  });

  it("is read under its project too, and tells NOT_FOUND where there is none", async () => {
    await using service = await startSeededGateway("a");

    const { data, errors } = await service.send(
      graphql(`
        query UnderProject {
          project(projectName: "atlas") {
            datasets(first: 1) {
              nodes {
                datasetName
              }
            }
          }
          none: datasets(projectName: "none") {
            nodes {
              datasetName
            }
          }
          gone: project(projectName: "none") {
            projectName
          }
        }
      `),
    );

    expect(data).toEqual({
      project: { datasets: { nodes: [{ datasetName: "a" }] } },
      none: null,
      gone: null,
    });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[["none"], "NOT_FOUND"]]);
  });
});

describe("projects", () => {
  const Projects = graphql(`
    query Projects($prefix: Prefix, $tag: [ProjectTagInput!], $first: Int, $after: String) {
      projects(prefix: $prefix, tag: $tag, first: $first, after: $after) {
        nodes {
          projectName
          tags {
            tagKey
            tagValue
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `);

  it("come page after page, by prefix and by tag", async () => {
    await using service = await startSeededGateway();
    const Tag = [{ Key: "team", Value: "media" }];
    await service.imm.call("CreateProject", { ProjectName: "atlantis", Tag });
    await service.imm.call("CreateProject", { ProjectName: "zoo", Tag });

    const first = await service.send(Projects, { prefix: "atl", first: 1 });
    const second = await service.send(Projects, {
      prefix: "atl",
      first: 1,
      after: first.data!.projects!.pageInfo.endCursor,
    });
    const tagged = await service.send(Projects, { tag: [{ key: "team", value: "media" }] });

    expect(first.data!.projects!.nodes).toEqual([
      { projectName: "atlantis", tags: [{ tagKey: "team", tagValue: "media" }] },
    ]);
    expect(second.data!.projects!.nodes.map(({ projectName }) => projectName)).toEqual(["atlas"]);
    expect(second.data!.projects!.pageInfo.hasNextPage).toBe(false);
    expect(tagged.data!.projects!.nodes.map(({ projectName }) => projectName)).toEqual(["atlantis", "zoo"]);
  });

  it("refuse a tag's key that is empty or comes twice before any call", async () => {
    await using service = await startSeededGateway();
    const twice = [{ key: "a" }, { key: "a", value: "b" }];

    const listed = await service.send(Projects, { tag: twice });
    const empty = await service.send(Projects, { tag: [{ key: "" }] });
    const updated = await service.send(
      graphql(`
        mutation TagTwice($tag: [ProjectTagInput!]) {
          updateProject(input: { projectName: "atlas", tag: $tag }) {
            requestId
          }
        }
      `),
      { tag: twice },
    );

    expect(listed.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "tag[1].key" });
    expect(empty.errors?.[0]?.extensions).toMatchObject({
      field: "tag[0].key",
      allowed: "1..1024 characters",
    });
    expect(updated.errors?.[0]?.extensions).toEqual({ code: "BAD_USER_INPUT", field: "input.tag[1].key" });
    expect(service.calls).toEqual([]);
  });

  it("take 20 tags and refuse 21 before any call", async () => {
    await using service = await startSeededGateway();
    const tag = Array.from({ length: 21 }, (_, index) => ({ key: `k${index}`, value: "v" }));

    const refused = await service.send(Projects, { tag });
    expect(refused.errors?.[0]?.extensions).toEqual({
      code: "BAD_USER_INPUT",
      field: "tag",
      allowed: "0..20 pairs",
    });
    expect(service.calls).toEqual([]);

    const taken = await service.send(Projects, { tag: tag.slice(0, 20) });
    expect(taken.data?.projects?.nodes).toEqual([]);
  });
});
