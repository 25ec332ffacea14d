import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatewayTo, type TestGateway } from "../../support/gateway/gateway.ts";
import { exceededLimits, post, type GraphQLRequest } from "../../support/gateway/post.ts";
import { startQueryUpstream } from "../../support/upstream/query-upstream.ts";
import type { Upstream } from "../../support/upstream/upstream.ts";

let imm: Upstream;
let service: TestGateway;
beforeAll(async () => {
  imm = await startQueryUpstream();
  service = gatewayTo(imm.url);
});
afterAll(async () => {
  await service[Symbol.asyncDispose]();
  await imm[Symbol.asyncDispose]();
});

/** A literal of GraphQL. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(" ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${name}: ${literal(member)}`)
    .join(" ")}}`;
}

const query = (where: string, definitions = "") =>
  `query ${definitions} { project(projectName: "atlas") { datasets { nodes { query(where: ${where}) { nodes { labels { labelName } } } } } } }`;

/** A `where` as a literal, as a variable, and as a part of one. */
const forms: readonly (readonly [string, (where: { or?: unknown; and?: unknown }) => GraphQLRequest])[] = [
  ["a literal", (where) => ({ query: query(literal(where)) })],
  ["a variable", (where) => ({ query: query("$where", "($where: FileWhereInput)"), variables: { where } })],
  [
    "a variable in a literal",
    ({ or, and }) => ({
      query: query("{ or: $or, and: $and }", "($or: [FileWhereInput!], $and: [FileWhereInput!])"),
      variables: { or, and },
    }),
  ],
];

const conditions = (count: number) => Array.from({ length: count }, () => ({ size: { eq: "1" } }));
const corner = { latitude: 0, longitude: 0 };
const area = { latLong: { within: { polygon: [corner, corner, corner] } } };

/** A list in a list, so many levels deep, around a polygon. */
const nested = (levels: number, inner: object = area): object =>
  Array.from({ length: levels }).reduce<object>(
    (where, _, level) => ({ [level % 2 === 0 ? "and" : "or"]: [{ size: { eq: "1" } }, where] }),
    inner,
  );

async function send(request: GraphQLRequest) {
  imm.requests.length = 0;
  const answer = await post(service.gateway, request);
  const calls = imm.requests.filter(({ action }) => action === "SimpleQuery").length;
  return { ...answer, calls };
}

describe.each(forms)("conditions in %s", (_form, ask) => {
  it("may be 100, and of 101 it is said that they are too many", async () => {
    const most = await send(ask({ or: conditions(100) }));
    const tooMany = await send(ask({ or: conditions(101) }));

    expect({ errors: most.errors, calls: most.calls }).toEqual({ errors: undefined, calls: 2 });
    expect(tooMany.calls).toBe(0);
    expect(tooMany.errors).toMatchObject(
      [1, 2].map(() => ({
        message:
          "where.or: A query may have at most 100 conditions, each operator, and each value of `in`, being one. Sent: 101 conditions.",
        extensions: { code: "BAD_USER_INPUT", field: "where.or", allowed: "1..100 conditions" },
      })),
    );
  });

  it("may stand 5 levels deep in a list of a list, and of more it is said which do", async () => {
    const deepest = await send(ask(nested(5)));
    expect({ errors: deepest.errors, calls: deepest.calls }).toEqual({ errors: undefined, calls: 2 });

    for (const levels of [6, 7, 12]) {
      const tooDeep = await send(ask(nested(levels)));
      expect(tooDeep.calls).toBe(0);
      expect(tooDeep.errors?.[0]).toMatchObject({
        message: expect.stringMatching(
          /^where(\.(and|or)\[1\]){5}\.(and|or)\[0\]\.size\.eq: Conditions may stand inside each other at most 5 levels deep/,
        ) as string,
      });
    }
  });

  it("are refused by the limits, once they are far from what a query may have", async () => {
    const long = await send(ask({ or: Array.from({ length: 1001 }, () => ({})) }));
    const deep = await send(ask(nested(16)));

    const limit =
      long.errors?.[0]?.extensions.code === "OPERATION_TOO_LARGE" ? exceededLimits(long)[0]![0] : "";
    expect(limit).toMatch(/^(listSize|tokens)$/);
    expect(exceededLimits(deep)).toMatchObject([["depth", expect.any(Number) as number, 30]]);
    expect([long.calls, deep.calls]).toEqual([0, 0]);
  });
});

describe("conditions", () => {
  it("may be circles and polygons, if they are sent as a variable, which is said of those that aren't", async () => {
    const circles = Array.from({ length: 100 }, () => ({ latLong: { near: { ...corner, metres: 1 } } }));

    const sent = await send({
      query: query("$where", "($where: FileWhereInput)"),
      variables: { where: { or: circles } },
    });
    const written = await send({ query: query(literal({ or: circles })) });

    expect([sent.errors, sent.calls]).toEqual([undefined, 2]);
    expect(written.errors).toMatchObject([
      {
        message:
          "A document may have 1000 tokens: ask for less at once, and send long values, as of `where`, in variables. Asked: more than 1000.",
      },
    ]);
  });

  it("don't let other lists be longer", async () => {
    const tags = Array.from({ length: 101 }, (_, n) => ({ key: `k${n}` }));
    const both = (tag: string, where: string, definitions = "") =>
      `query ${definitions} { projects(tag: ${tag}) { nodes { id } } ${query(where).slice("query  {".length)}`;

    const written = await send({ query: both(literal(tags), literal({ or: conditions(2) })) });
    const sent = await send({
      query: both("$tag", "$where", "($tag: [ProjectTagInput!], $where: FileWhereInput)"),
      variables: { tag: tags, where: { or: conditions(2) } },
    });

    expect(exceededLimits(written)).toEqual([["listSize", 101, 100]]);
    expect(exceededLimits(sent)).toEqual([["listSize", 101, 100]]);
  });
});
