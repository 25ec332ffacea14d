import { buildSchema, graphql, type GraphQLResolveInfo } from "graphql";
import { describe, expect, it } from "vitest";
import type { PageSize } from "../../../src/contract/calls.ts";
import { connect, type Order, type PageArguments } from "../../../src/graphql/paging/connection.ts";

/** An object of a list that IMM doesn't sort by key. */
interface Photo {
  readonly id: string;
  readonly size: string | null;
}

/** By size, the largest first. */
const largestFirst: Order<Photo> = {
  name: "size desc",
  valueOf: ({ size }) => size,
  compare: (a, b) => (a === null || b === null ? 0 : Number(b) - Number(a)),
};

/** An order that nobody can tell from the objects, such as how well they match. */
const byRelevance: Order<Photo> = { name: "relevance", valueOf: () => null };

const photos: Photo[] = ["9", "7", "7", "7", "4", "2", null].map((size, n) => ({ id: `p${6 - n}`, size }));

const schema = buildSchema(`
  type Query { photos(first: Int, after: String): PhotoConnection! }
  type PhotoConnection { edges: [PhotoEdge!]! pageInfo: PageInfo! totalCount: Int }
  type PhotoEdge { cursor: String! node: Photo! }
  type Photo { id: ID! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`);

interface Listing {
  order?: Order<Photo>;
  size?: PageSize;
  items?: readonly Photo[];
  /** What else the query selects of the page. */
  selection?: string;
}

interface Listed {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount?: number | null;
  /** What IMM was asked. */
  calls: object[];
}

/** A page of photos as a query reads it. IMM's tokens say where a page begins. */
async function list(variables: PageArguments, options: Listing = {}): Promise<Listed> {
  const { order, size = { max: 100, default: 20 }, items = photos, selection = "" } = options;
  const calls: object[] = [];
  const resolve = (args: PageArguments, _context: unknown, info: GraphQLResolveInfo) =>
    connect<Photo>(args, info, {
      action: "SimpleQuery",
      size,
      keyOf: ({ id }) => id,
      order,
      list: async (page, { withTotalCount }) => {
        calls.push({ ...page, ...(withTotalCount && { WithTotalCount: true }) });
        const start = Number(page.NextToken ?? 0);
        // One less than was asked for, as IMM may.
        const end = start + Math.max(1, page.MaxResults - 1);
        return {
          items: items.slice(start, end),
          nextToken: end < items.length ? String(end) : "",
          ...(withTotalCount && { totalCount: items.length }),
        };
      },
    });
  const { data, errors } = await graphql({
    schema,
    source: `query ($first: Int, $after: String) {
      photos(first: $first, after: $after) {
        edges { cursor node { id } }
        pageInfo { hasNextPage endCursor }
        ${selection}
      }
    }`,
    variableValues: { ...variables },
    rootValue: { photos: resolve },
  });
  if (errors) throw errors[0];
  return { ...(data!["photos"] as Omit<Listed, "calls">), calls };
}

const idsOf = ({ edges }: Listed) => edges.map(({ node }) => node.id);

describe.each([largestFirst, byRelevance])("a list in the order $name", (order) => {
  it.each([1, 2, 3, 7])("hands out each object once, in pages of %i", async (first) => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const page: Listed = await list({ first, after }, { order });
      seen.push(...idsOf(page));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }

    expect(seen).toEqual(photos.map(({ id }) => id));
  });

  it("goes on behind any of its edges", async () => {
    const { edges } = await list({}, { order });

    for (const [index, { cursor }] of edges.entries()) {
      expect(idsOf(await list({ after: cursor }, { order }))).toEqual(
        photos.slice(index + 1).map(({ id }) => id),
      );
    }
  });

  it("goes on where it was although the object of its cursor is gone", async () => {
    const { edges } = await list({}, { order });

    for (const [index, { cursor, node }] of edges.entries()) {
      const items = photos.filter(({ id }) => id !== node.id);
      const rest = idsOf(await list({ after: cursor }, { order, items }));

      const isRepeated = (id: string) => !photos.slice(index + 1).some((photo) => photo.id === id);
      const size = photos[index]!.size;
      expect(rest.filter((id) => !isRepeated(id))).toEqual(photos.slice(index + 1).map(({ id }) => id));
      // Of what the order doesn't tell apart, some may come twice.
      const repeated = photos.filter(({ id }) => rest.includes(id) && isRepeated(id));
      expect(repeated.filter((photo) => size !== null && photo.size !== size)).toEqual([]);
    }
  });

  it("refuses a cursor of another order, and one of the order of its keys", async () => {
    const other = order === largestFirst ? byRelevance : largestFirst;
    const ofOther = (await list({}, { order: other })).edges[0]!.cursor;
    const ofKeys = (await list({})).edges[0]!.cursor;

    await expect(list({ after: ofOther }, { order })).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "after" },
    });
    const inAnotherOrder = {
      message: expect.stringContaining("after: This cursor is of a list in another order") as string,
    };
    await expect(list({ after: ofOther }, { order })).rejects.toMatchObject(inAnotherOrder);
    await expect(list({ after: ofKeys }, { order })).rejects.toMatchObject(inAnotherOrder);
    await expect(list({ after: ofOther })).rejects.toMatchObject(inAnotherOrder);
  });
});

describe("objects with the same value, or none,", () => {
  it("aren't lost where several before them are gone", async () => {
    const running = ["r1", "r2"].map((id) => ({ id, size: null }));
    const { edges } = await list(
      {},
      { order: largestFirst, items: [{ id: "a", size: "2" }, { id: "b", size: "1" }, ...running] },
    );

    const rest = await list({ after: edges[1]!.cursor }, { order: largestFirst, items: running });

    expect(idsOf(rest)).toEqual(["r1", "r2"]);
  });
});

describe("an object that came before the cursor's since", () => {
  it("isn't taken for a new one", async () => {
    const { edges } = await list({}, { order: largestFirst });
    const items = [{ id: "new", size: "8" }, ...photos].toSorted((a, b) => Number(b.size) - Number(a.size));

    for (const [index, { cursor }] of edges.entries()) {
      const rest = idsOf(await list({ after: cursor }, { order: largestFirst, items }));

      expect(rest).toEqual([...(index === 0 ? ["new"] : []), ...photos.slice(index + 1).map(({ id }) => id)]);
    }
  });
});

describe("how many objects a page has", () => {
  it.each<[size: PageSize, asked: PageArguments, maxResults: number]>([
    [{ max: 100, default: 20 }, {}, 20],
    [{ max: 100, default: 20 }, { first: null }, 20],
    [{ max: 100, default: 20 }, { first: 100 }, 100],
    [{ max: 1000, default: 100 }, { first: 1000 }, 1000],
  ])("is of each action its own: %j, asked %j", async (size, args, maxResults) => {
    expect((await list(args, { size })).calls).toEqual([{ MaxResults: maxResults }]);
  });

  it.each([0, -1, 101])("is refused outside its range: %i", async (first) => {
    await expect(list({ first })).rejects.toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "first", allowed: "1..100" },
    });
  });
});

describe("how many objects the whole list has", () => {
  it("is asked of IMM once, and only if a query selects it", async () => {
    const selecting = await list({ first: 3 }, { selection: "totalCount" });
    const byFragment = await list({ first: 3 }, { selection: "... on PhotoConnection { totalCount }" });
    const leftOut = await list({ first: 3 }, { selection: "totalCount @skip(if: true)" });

    expect([selecting.totalCount, byFragment.totalCount, leftOut.totalCount]).toEqual([7, 7, undefined]);
    expect(selecting.calls).toEqual([
      { MaxResults: 3, WithTotalCount: true },
      { MaxResults: 1, NextToken: "2" },
    ]);
    expect(byFragment.calls).toEqual(selecting.calls);
    expect(leftOut.calls).toEqual([{ MaxResults: 3 }, { MaxResults: 1, NextToken: "2" }]);
  });
});
