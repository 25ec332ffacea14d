import type { Aggregation } from "../../../contract/query/aggregations.ts";
import type * as wire from "../../../contract/wire.ts";

/** What IMM computed of the files that a query found. */
export class Aggregates {
  readonly #results = new Map<string, wire.SimpleQueryResponseBodyAggregations>();

  constructor(results: readonly wire.SimpleQueryResponseBodyAggregations[] = []) {
    for (const result of results) {
      this.#results.set(nameOf({ Field: result.Field ?? "", Operation: result.Operation ?? "" }), result);
    }
  }

  /** One result; undefined if IMM left it out. */
  get(aggregation: Aggregation): wire.SimpleQueryResponseBodyAggregations | undefined {
    return this.#results.get(nameOf(aggregation));
  }
}

/** What was computed of one field. */
export interface FieldAggregates {
  readonly aggregates: Aggregates;
  readonly field: string;
}

/** Tells an aggregation from others. */
export function nameOf({ Field, Operation }: Aggregation): string {
  return `${Operation} ${Field}`;
}
