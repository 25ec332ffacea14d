import { aggregateQuestions } from "./aggregate-questions.ts";
import { fieldQuestions } from "./field-questions.ts";
import type { Known } from "./known.ts";
import { labelQuestions } from "./label-questions.ts";
import { placeQuestions } from "./place-questions.ts";
import type { Question } from "./question.ts";
import { sortQuestions } from "./sort-questions.ts";
import { textQuestions } from "./text-questions.ts";

/** All that is asked of a dataset of which this is known. */
export function questionsOf(known: Known): Question[] {
  return [
    ...fieldQuestions(known),
    ...labelQuestions(),
    ...placeQuestions(),
    ...textQuestions(known),
    ...aggregateQuestions(),
    ...sortQuestions(known),
  ];
}
