import type { Name, NameIndex } from "./names.ts";
import { choose } from "./choose.ts";
import { distinct } from "./distinct.ts";
import type { Sentence } from "./sentence.ts";
import { longestTimeAt } from "./times/longest-time.ts";
import type { PlacedTime } from "./times/time-item.ts";

interface Known {
  readonly labels: NameIndex;
  readonly places: NameIndex;
  /** The local time. */
  readonly now: number;
}

/** What a sentence names, in its order. */
export interface Found {
  readonly labels: readonly FoundLabel[];
  /** Each with the others that are called the same. */
  readonly places: readonly (readonly Name[])[];
  readonly times: readonly PlacedTime[];
}

/** Labels of which files have one: of the same name, or named with an "or" between. */
export interface FoundLabel {
  readonly names: readonly Name[];
  /** Files have none of them: "without people". */
  readonly isDenied: boolean;
}

// A query has a hundred conditions at most, and a time is two of them.
const mostLabels = 40;
const mostPlaces = 40;
const mostTimes = 10;
const mostOfOneName = 10;

/** Reads a sentence from left to right, and takes the longest words that are known. */
export function scan(sentence: Sentence, known: Known): Found {
  const labels: (FoundLabel & { end: number })[] = [];
  const places: (readonly Name[])[] = [];
  const times: PlacedTime[] = [];
  for (let at = 0; at < sentence.text.length;) {
    const found = choose(sentence, at, {
      time: longestTimeAt(sentence, at, known.now),
      label: known.labels.longestAt(sentence, at),
      place: known.places.longestAt(sentence, at),
    });
    const isDenied = found !== undefined && no.test(sentence.text.slice(0, at));
    // "Not in 2023" isn't read: files of no time would meet it too.
    if (found?.time && !isDenied) times.push(found.time);
    if (found?.place && !isDenied) places.push(found.place.names.slice(0, mostOfOneName));
    if (found?.label) {
      const { end } = found;
      const names = found.label.names.slice(0, mostOfOneName);
      const before = labels.at(-1);
      const isOther = before && or.test(sentence.text.slice(before.end, at));
      if (isOther) labels.splice(-1, 1, { ...before, names: [...new Set([...before.names, ...names])], end });
      else labels.push({ names, end, isDenied });
    }
    at = found?.end ?? at + 1;
  }
  return {
    labels: distinct(labels, ({ names }) => names, mostLabels),
    places: distinct(places, (names) => names, mostPlaces),
    times: times.slice(0, mostTimes),
  };
}

const or = /^\s*(or|或者?|还是)\s*$/;
const no =
  /((^|[^\p{L}])(no|not|without|except)( in| at| of| from| during)?( a| an| any| the)?\s|(没有?|不[含带是在]|除了)(任何)?\s?)$/u;
