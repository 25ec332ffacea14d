import { describe, expect, it } from "vitest";
import { placeNamedIn, type Condition } from "../../../src/contract/query/condition.ts";
import { readWhere } from "../../../src/contract/query/read-where.ts";

const query = readWhere({
  mediaType: { eq: "image" },
  labels: { some: { labelName: { in: ["cat", "dog"] }, labelConfidence: { gte: 0.8, exists: false } } },
  latLong: {
    near: { latitude: 1, longitude: 2, metres: 3 },
    within: {
      box: { northWest: { latitude: 2, longitude: 1 }, southEast: { latitude: 1, longitude: 2 } },
    },
  },
  size: { between: { from: "1", to: "2" } },
  or: [{ customLabels: [{ key: "trip", eq: "paris" }] }, { not: { title: { prefix: "IMG" } } }],
  and: [{ raw: [{ field: "X", operation: "exist" }] }],
});

/** The path by which IMM would name each node of a tree. */
function* pathsOf({ SubQueries = [] }: Condition, path = "Query"): Generator<string> {
  yield path;
  for (const [index, below] of SubQueries.entries()) yield* pathsOf(below, `${path}.SubQueries[${index}]`);
}

describe("the place of a node of IMM's tree", () => {
  it("is where in the caller's `where` it comes from", () => {
    const places = [...pathsOf(query.tree)].map((path) => [
      path.replaceAll("SubQueries", ""),
      placeNamedIn(`${path}.Value must be a number; got "x".`, query),
    ]);

    expect(places).toEqual([
      ["Query", "where"],
      ["Query.[0]", "where.and[0].raw[0]"],
      ["Query.[1]", "where.labels.some"],
      ["Query.[1].[0]", "where.labels.some"],
      ["Query.[1].[0].[0]", "where.labels.some.labelConfidence.exists"],
      ["Query.[1].[0].[0].[0]", "where.labels.some.labelConfidence.exists"],
      ["Query.[1].[0].[1]", "where.labels.some.labelConfidence.gte"],
      ["Query.[1].[0].[2]", "where.labels.some.labelName.in"],
      ["Query.[1].[0].[2].[0]", "where.labels.some.labelName.in[0]"],
      ["Query.[1].[0].[2].[1]", "where.labels.some.labelName.in[1]"],
      ["Query.[2]", "where.latLong.near"],
      ["Query.[3]", "where.latLong.within.box"],
      ["Query.[4]", "where.mediaType.eq"],
      ["Query.[5]", "where.or"],
      ["Query.[5].[0]", "where.or[0].customLabels[0].eq"],
      ["Query.[5].[1]", "where.or[1].not"],
      ["Query.[5].[1].[0]", "where.or[1].not.title.prefix"],
      ["Query.[6]", "where.size.between.from"],
      ["Query.[7]", "where.size.between.to"],
    ]);
  });

  it.each([
    ["The parameter Query is wrong.", "where"],
    ["Query.SubQueries[99].Value is wrong.", "where"],
    ["Query.SubQueries[4] and Query.SubQueries[6] are wrong.", "where.mediaType.eq"],
    [
      "Specified parameter Query is not valid. Query.SubQueries[4].Value must be a number.",
      "where.mediaType.eq",
    ],
    ["SimpleQuery failed.", undefined],
    ["The specified resource Dataset is not found.", undefined],
  ])("is found in %s", (message, place) => {
    expect(placeNamedIn(message, query)).toBe(place);
  });
});
