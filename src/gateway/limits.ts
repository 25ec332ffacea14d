/** What one request may ask for. */
export interface Limits {
  /** Bytes of a body. */
  readonly bodyBytes: number;
  /** Tokens of a document, as GraphQL's grammar cuts it into them; comments are none. */
  readonly tokens: number;
  /** Fields inside fields, and lists and objects inside each other in a value, variables among them. */
  readonly depth: number;
  /** Aliases of an operation; those of a fragment count each time that it is spread. */
  readonly aliases: number;
  /** Directives at one place of a document. */
  readonly directives: number;
  /** How often one selection has the same response name, with the fragments that are spread in it. */
  readonly repeatedFields: number;
  /** Variables that an operation defines, or that are sent with it. */
  readonly variables: number;
  /** Elements of one list in a value; the representations of `_entities` have a limit of their own. */
  readonly listSize: number;
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
