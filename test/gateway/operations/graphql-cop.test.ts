import { describe, expect, it } from "vitest";
import { readConfig } from "../../../src/config.ts";
import { gatewayTo } from "../../support/gateway/gateway.ts";
import { times } from "../../support/gateway/post.ts";

const production = readConfig({ NODE_ENV: "production" });
const page = { page: "<title>GraphiQL</title>", assets: new Map<string, never>() };

const json = { "content-type": "application/json" };

interface Findable {
  readonly data?: Record<string, unknown>;
  readonly errors?: readonly { message: string; extensions?: object }[];
  readonly extensions?: object;
}

/** What graphql-cop sends, and the answer as it looks at it: not JSON, it is empty. */
async function cop(
  subgraph: object | undefined,
  path: string,
  init: RequestInit = {},
): Promise<Findable & { text: string }> {
  await using service = gatewayTo("http://127.0.0.1:1", {
    introspection: production.introspection,
    suggestions: production.suggestions,
    traceCalls: production.traceCalls,
    explorer: production.explorer ? page : undefined,
    ...(subgraph && { subgraph }),
  });
  const response = await service.gateway.fetch(`http://localhost${path}`, init);
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return { ...(isJson ? (JSON.parse(text) as Findable) : {}), text };
}

describe.each([undefined, {}])("graphql-cop finds nothing, subgraph: %j:", (subgraph) => {
  const get = (path: string, headers: Record<string, string> = {}) => cop(subgraph, path, { headers });
  const post = (query: string) =>
    cop(subgraph, "/graphql", { method: "POST", headers: json, body: JSON.stringify({ query }) });

  it.each([["__typename"], ["projects { nodes { id } }"]])(
    "alias overloading: 101 aliases of %s",
    async (field) => {
      const { data, errors } = await post(`query cop { ${times(101, (i) => `alias${i}: ${field}`)} }`);

      expect(data).toBeUndefined();
      expect(errors).toHaveLength(1);
    },
  );

  it("array-based batching: 10 operations in one request", async () => {
    const body = JSON.stringify(Array.from({ length: 10 }, () => ({ query: "query cop { __typename }" })));

    const answer = await cop(subgraph, "/graphql", { method: "POST", headers: json, body });

    expect(JSON.parse(answer.text)).not.toHaveProperty("9");
    expect(answer.data).toBeUndefined();
  });

  it("circular introspection", async () => {
    const { data } = await post(
      "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }",
    );

    expect(data).toBeUndefined();
  });

  it("directive overloading: 10 at one field, each of which is answered with an error", async () => {
    const { errors } = await post(`query cop { __typename ${"@aa".repeat(10)} }`);

    expect(errors).toHaveLength(1);
  });

  it("field duplication: 500 times the same", async () => {
    const { data, errors } = await post(`query cop { ${times(500, () => "__typename")} }`);

    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
  });

  it("field suggestions", async () => {
    const answers = [
      await post("query cop { __schema { directive } }"),
      await post("query cop { projectz { id } }"),
    ];

    for (const { text, errors } of answers) {
      expect(errors).not.toHaveLength(0);
      expect(text).not.toMatch(/did you mean/i);
    }
  });

  it("a query by GET, without any header that a browser wouldn't send by itself", async () => {
    const { data } = await get("/graphql?query=query%20cop%20%7B__typename%7D");

    expect(data).toBeUndefined();
  });

  it("a mutation by GET", async () => {
    const headers = [{}, json, { "x-apollo-operation-name": "cop" }] as const;
    const answers = await Promise.all(
      headers.map((header) => get("/graphql?query=mutation%20cop%20%7B__typename%7D", header)),
    );

    for (const { data, errors } of answers) {
      expect(data).toBeUndefined();
      expect(errors).not.toHaveLength(0);
    }
  });

  it.each(["/graphql", "/graphiql", "/playground", "/console", "/graph", "/"])(
    "GraphiQL or a playground at %s",
    async (path) => {
      const { text } = await get(path, { accept: "text/html" });

      expect(text).not.toMatch(/graphiql|playground|<html/i);
    },
  );

  it("introspection", async () => {
    const { data } = await post("query cop { __schema { types { name fields { name } } } }");

    expect(data).toBeUndefined();
  });

  it("a query by a POST of a form", async () => {
    const { data } = await cop(subgraph, "/graphql", {
      method: "POST",
      body: new URLSearchParams({ query: "query cop { __typename }" }),
    });

    expect(data).toBeUndefined();
  });

  it("tracing", async () => {
    const { data, extensions, text } = await cop(subgraph, "/graphql", {
      method: "POST",
      headers: { ...json, "x-imm-trace-calls": "1" },
      body: JSON.stringify({ query: "query cop { __typename }" }),
    });

    expect(data).toEqual({ __typename: "Query" });
    expect(extensions).toBeUndefined();
    expect(text).not.toMatch(/tracing/i);
  });

  it.each([
    "qwerty cop { abc }",
    "query cop { project(projectName: 1) { id } }",
    "{",
    "query A { __typename } query B { __typename }",
  ])("exceptions or their stacks in errors: %s", async (query) => {
    const { errors, text } = await post(query);

    expect(errors).not.toHaveLength(0);
    expect(text).not.toMatch(/exception|stack|node_modules|\bat \S+ \(|\.[jt]s:\d/i);
  });
});
