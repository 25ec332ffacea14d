import type { DocumentSize } from "../graphql/document-size.ts";

/** What one request may ask for. */
export interface Limits extends DocumentSize {
  /** Bytes of a body. */
  readonly bodyBytes: number;
  /** Tokens of a document, as GraphQL's grammar cuts it into them; comments are none. */
  readonly tokens: number;
  /** Representations that all `_entities` of an operation bring, each counted once. */
  readonly representations: number;
  /** What an operation costs: 1 for each field, 50 for each call to IMM, times the things that a page may bring. */
  readonly cost: number;
}

/** They let the explorer's introspection and every example through, and about 200 calls to IMM. */
export const defaultLimits: Limits = {
  bodyBytes: 65_536,
  tokens: 1000,
  depth: 15,
  aliases: 100,
  directives: 5,
  repeatedFields: 50,
  variables: 100,
  listSize: 100,
  representations: 100,
  cost: 10_000,
};
