// A longer text isn't a sentence that somebody asks for files by.
const longest = 1000;

/** A text as it is searched for names and times. */
export interface Sentence {
  /** As it was written, without accents and with single spaces. */
  readonly shown: string;
  /** The same without case; as long. */
  readonly text: string;
  /** The same with spaces for what else stands between words. */
  readonly words: string;
  /** Whether what stands between two positions is whole words: `cat` isn't of `cats`, nor 海南 of 上海南京路. */
  isWhole(start: number, end: number): boolean;
  /** Whether a word begins at a position. */
  isWordStart(position: number): boolean;
  /** Whether a position stands in no word with spaces around it. */
  isEdge(position: number): boolean;
}

/** A text without accents, and without what tells the widths and forms of a letter apart. */
export function plain(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036F]/g, "")
    .normalize("NFC");
}

/** A name as it is looked up: without case, `golden_retriever` as `golden retriever`. */
export function toKey(name: string): string {
  return spaced(plain(name).toLowerCase()).replaceAll(/\s+/g, " ").trim();
}

function spaced(text: string): string {
  return text.replaceAll(/[-_]/g, " ");
}

/** Reads the first 1,000 characters of a text. */
export function readText(whole: string): Sentence {
  const shown = plain(whole.slice(0, longest)).replaceAll(/\s+/g, " ").slice(0, longest);
  const text = shown.toLowerCase();
  const words = spaced(text);
  const inWord = insideWords(text);
  const edges = dictionaryEdges(words);
  return {
    shown,
    text,
    words,
    isWhole: (start, end) =>
      !inWord.has(start) &&
      !inWord.has(end) &&
      // A word of Chinese is named by its last sign: 小猫 is a 猫, and 花生 is no 花.
      (edges.has(end) || (edges.has(start) && !oneSign.test(text.slice(start, end)))),
    isEdge: (position) => !inWord.has(position),
    isWordStart: (position) => !inWord.has(position) && edges.has(position),
  };
}

// Scripts that have no spaces between words.
const scripts = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"];
const signs = `[${scripts.map((name) => `\\p{Script=${name}}`).join("")}ー]`;
const runsOn = new RegExp(signs, "u");
const oneSign = new RegExp(`^${signs}$`, "u");
const ofWord = /[\p{L}\p{N}\p{M}]/u;

/** The positions that have letters of one word on both sides, or halves of one character. */
function insideWords(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  let position = 0;
  let wasWord = false;
  for (const character of text) {
    const isWord = ofWord.test(character) && !runsOn.test(character);
    if (isWord && wasWord) inside.add(position);
    if (character.length === 2) inside.add(position + 1);
    wasWord = isWord;
    position += character.length;
  }
  return inside;
}

/** Where words begin and end by the dictionary of Chinese that Node has. */
function dictionaryEdges(text: string): ReadonlySet<number> {
  const segments = new Intl.Segmenter("zh", { granularity: "word" }).segment(text);
  return new Set([0, ...Array.from(segments, ({ index, segment }) => index + segment.length)]);
}
