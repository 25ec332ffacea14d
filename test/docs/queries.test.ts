import { readFile } from "node:fs/promises";
import { buildSchema, parse, validate } from "graphql";
import { expect, it } from "vitest";

it("the page on queries has queries that are valid", async () => {
  const page = await readFile("docs/queries.md", "utf8");
  const schema = buildSchema(await readFile("schema/schema.graphql", "utf8"), { assumeValidSDL: true });
  const queries = [...page.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => query!);

  const errors = queries.flatMap((query) => validate(schema, parse(query)).map(({ message }) => message));

  expect(queries).toHaveLength(2);
  expect(errors).toEqual([]);
});
