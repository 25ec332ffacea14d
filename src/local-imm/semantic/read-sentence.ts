import type { QueryNode } from "../params/schemas/query-tree.ts";
import { allOf, anyOf, equal, noneOf, timeCondition } from "./conditions.ts";
import { labelKeys } from "./label-keys.ts";
import { indexNames, type Name } from "./names.ts";
import { placeCondition } from "./place-conditions.ts";
import { placeKeys } from "./place-keys.ts";
import { scan } from "./scan.ts";
import { readText } from "./sentence.ts";
import { toLocal } from "./times/calendar.ts";
import { spansOf } from "./times/spans.ts";

export interface Vocabulary {
  /** The labels that files of the dataset have: `Labels.LabelName`, `Labels.LabelAlias`, `CustomLabels.trip`. */
  readonly labels: readonly Name[];
  /** The parts of addresses that they have: `Addresses.City`. */
  readonly places: readonly Name[];
  /** Nanoseconds since the epoch. */
  readonly now: bigint;
}

/**
 * The conditions that a sentence names, in English or Chinese: labels, times and places, all of which a file has to meet, as
 * IMM's page on SemanticQuery says. Undefined if nothing of it is understood. It has no more conditions than SimpleQuery
 * takes, and is no deeper.
 */
export function readSentence(text: string, { labels, places, now }: Vocabulary): QueryNode | undefined {
  const sentence = readText(text);
  const found = scan(sentence, {
    labels: indexNames(labels, ({ Value }) => labelKeys(Value)),
    places: indexNames(places, ({ Value }) => placeKeys(Value)),
    now: toLocal(now),
  });
  const spans = spansOf(found.times, sentence.text, toLocal(now));
  const place = placeCondition(found.places);
  const all = [
    ...found.labels.map(({ names, isDenied }) => {
      const condition = anyOf(names.map(equal));
      return isDenied ? noneOf(condition) : condition;
    }),
    ...(spans.length === 0 ? [] : [anyOf(spans.map(timeCondition))]),
    ...(place ? [place] : []),
  ];
  return all.length === 0 ? undefined : allOf(all);
}
