import type { DocumentSize } from "../../graphql/cost/document-size.ts";

/** What one request may ask for, and how many streams there may be. */
export interface Limits extends DocumentSize {
  /** Bytes of a body. */
  readonly bodyBytes: number;
  /** Tokens of a document, as GraphQL's grammar cuts it into them; comments are none. */
  readonly tokens: number;
  /** Representations that all `_entities` of an operation bring, each counted once. */
  readonly representations: number;
  /** What an operation costs: 1 for each field, 50 for each call to IMM, times the things that a page may bring. */
  readonly cost: number;
  /** Streams of subscriptions that may be open at once. */
  readonly streams: number;
  /** Streams that one caller may have open at once. */
  readonly callerStreams: number;
  /** Seconds that a stream may be open. */
  readonly streamSeconds: number;
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
  streams: 1000,
  callerStreams: 200,
  streamSeconds: 3600,
};

/** How long the calls of one request may take together, in milliseconds, unless told otherwise. */
export const defaultDeadlineMs = 15_000;

/**
 * The limits that are overridden, and the defaults of the others.
 *
 * @throws Error for one that isn't a number of at least 1 (`Infinity` is none): compared with NaN nothing is too much.
 */
export function limitsOf(overrides: Partial<Limits>): Limits {
  const defined = Object.entries(overrides).filter(([, limit]) => limit !== undefined);
  const bad = defined.filter(([, limit]) => !(limit >= 1));
  if (bad.length > 0) {
    const named = bad.map(([name, limit]) => `${name} ${limit}`).join(", ");
    throw new Error(`A limit must be a number of at least 1: not ${named}.`);
  }
  return { ...defaultLimits, ...Object.fromEntries(defined) };
}
