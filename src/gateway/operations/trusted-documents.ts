import { parse, validate, type GraphQLError, type GraphQLSchema } from "graphql";
import { z } from "zod";
import { documentProblems, notUsable } from "../../ram/document-problems.ts";

/** The only documents that a gateway runs: the text of each by its id, most often a hash. */
export type TrustedDocuments = ReadonlyMap<string, string>;

const unusable = "The trusted documents are not usable.";

const filled = z.string().min(1, "must not be empty");

const byId = z.record(filled, filled).transform((documents) => Object.entries(documents));

const apollos = z
  .object({
    format: z.literal("apollo-persisted-query-manifest"),
    version: z.literal(1),
    operations: z.array(z.object({ id: filled, body: filled })),
  })
  .transform(({ operations }) => operations.map(({ id, body }) => [id, body] as const));

/**
 * Reads a manifest: `{ "<id>": "<document>" }`, as the client preset of GraphQL Code Generator and Relay's compiler
 * write it, or Apollo's, `{ "format": "apollo-persisted-query-manifest", "version": 1, "operations": [{ id, body }] }`.
 *
 * @throws Error that names every problem of its form.
 */
export function parseTrustedDocuments(manifest: unknown): TrustedDocuments {
  const isApollos = typeof manifest === "object" && manifest !== null && "format" in manifest;
  const { data, error } = (isApollos ? apollos : byId).safeParse(manifest);
  if (error) throw notUsable(unusable, documentProblems("manifest", error));
  const documents = new Map(data);
  if (documents.size === 0) throw notUsable(unusable, ["manifest: must hold at least one document"]);
  if (documents.size < data.length) throw notUsable(unusable, ["manifest: must hold each id once"]);
  return documents;
}

/**
 * Sees that each document can run on a graph: a manifest may have been written for another version of it.
 *
 * @throws Error that names every document that can't, and why.
 */
export function checkTrustedDocuments(documents: TrustedDocuments, schema: GraphQLSchema): void {
  const problems = [...documents].flatMap(([id, text]) =>
    problemsOf(text, schema).map((problem) => `${id}: ${problem}`),
  );
  if (problems.length > 0) throw notUsable(unusable, problems);
}

function problemsOf(text: string, schema: GraphQLSchema): string[] {
  try {
    return validate(schema, parse(text)).map(({ message }) => message);
  } catch (error) {
    // The parser's own message quotes the text, which is a secret where the setting names another file.
    const [place] = (error as GraphQLError).locations ?? [];
    return [`is no GraphQL document, from ${place?.line ?? 1}:${place?.column ?? 1} on`];
  }
}
