import { tooManyWords } from "../../http/fault.ts";
import { refusal } from "../../params/problem.ts";
import { wordsOf } from "../../store/search/rows/words.ts";
import type { Operation } from "../operation.ts";
import { findFiles } from "./find-files.ts";

const size = { min: 0n, max: 200n, default: 100n } as const;
const longestText = 1024 * 1024;
// Each is looked for in all files; who asks for more has pasted a text.
const mostWords = 64;
const mostCharacters = 64 * 256;

/**
 * Each phrase of the text, between white space, must stand in a file's name, its labels or what is written in it; the last
 * word of a phrase may go on. IMM's documents say neither.
 */
export const FuzzyQuery: Operation<"FuzzyQuery"> = (params, context, signal) => {
  const text = params.required("Query", longestText);
  const written = text.split(/\s+/);
  // Before they are divided, which takes a second for a million characters.
  if (written.join("").length > mostCharacters) {
    throw refusal("Query", `must have at most ${mostCharacters} characters beside white space`, text);
  }
  const phrases = written.map(wordsOf).filter((words) => words.length > 0);
  if (phrases.flat().length > mostWords) throw tooManyWords(mostWords);
  const condition = { kind: "words", phrases } as const;
  const selection = { Query: text };
  return findFiles(
    params,
    context,
    { action: "FuzzyQuery", size, condition, selection, withTotal: true },
    signal,
  );
};
