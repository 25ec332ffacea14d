import type { Called } from "./names.ts";
import { plain, type Sentence } from "./sentence.ts";
import type { PlacedTime } from "./times/time-item.ts";

/** What words at one position of a sentence can mean. */
interface Meanings {
  readonly time?: PlacedTime | undefined;
  readonly label?: Called | undefined;
  readonly place?: Called | undefined;
}

interface Meaning extends Meanings {
  readonly end: number;
}

/** The one that takes the most words. */
export function choose(sentence: Sentence, start: number, meanings: Meanings): Meaning | undefined {
  const { time, label } = meanings;
  const shownUntil = (end: number) => sentence.shown.slice(start, end);
  const place = meanings.place && isWord(shownUntil(meanings.place.end)) ? undefined : meanings.place;
  const isPlace = place && !(label && isLabel(shownUntil(label.end), label, place));
  const name = isPlace ? place : label;
  if (time && !(name && isName(time, name))) return { time, end: time.end };
  return name && { [isPlace ? "place" : "label"]: name, end: name.end };
}

/** Of a label and a place the longer, of two as long the one that is written like this, else the place. */
function isLabel(shown: string, label: Called, place: Called): boolean {
  const isWritten = ({ names }: Called) => names.some(({ Value }) => plain(Value) === shown);
  return label.end > place.end || (label.end === place.end && isWritten(label) && !isWritten(place));
}

/** A month or season alone is a name, if there is one like it: May, Summer. */
function isName({ item, end }: PlacedTime, name: Called): boolean {
  const isVague = item.kind === "part" && item.which === "latest";
  return name.end > end || (name.end === end && isVague);
}

// Towns and countries that are common words if they aren't written as names.
const words = new Set(
  "bar bath battle chad cork deal essen hull male mobile nice normal orange phoenix reading rye sale split turkey ware".split(
    " ",
  ),
);

function isWord(shown: string): boolean {
  return words.has(shown);
}
