import type { FileArray, FileField, FileMap } from "../../../../contract/query-fields.ts";

/** What a condition is about. */
export type Subject =
  | { readonly file: FileField }
  | { readonly array: FileArray; readonly member: string }
  | { readonly map: FileMap; readonly key: string };

export type Comparison = "eq" | "gt" | "gte" | "lt" | "lte";

/** A place on earth, in degrees. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A condition on a single field. A field without a value meets none. */
export type Leaf =
  | {
      readonly kind: "compare";
      readonly subject: Subject;
      readonly operation: Comparison;
      /** Of the field's own kind; times are nanoseconds since the epoch. */
      readonly value: bigint | number | string;
    }
  | { readonly kind: "prefix"; readonly subject: Subject; readonly value: string }
  | { readonly kind: "phrase"; readonly subject: Subject; readonly words: readonly string[] }
  | { readonly kind: "exist"; readonly subject: Subject | { readonly list: FileArray | FileMap } }
  | { readonly kind: "near"; readonly place: Place; readonly metres: number }
  | { readonly kind: "box"; readonly topLeft: Place; readonly bottomRight: Place }
  | { readonly kind: "polygon"; readonly points: readonly Place[] }
  /** Phrases that stand anywhere in what is searched for words, the last word of each as a prefix. */
  | { readonly kind: "words"; readonly phrases: readonly (readonly string[])[] };

/** Which files are asked for. */
export type Condition =
  | Leaf
  | { readonly kind: "and" | "none" | "or"; readonly of: readonly Condition[] }
  /** Of one element of the list all of them hold. They are about its members. */
  | { readonly kind: "nested"; readonly array: FileArray; readonly of: readonly Condition[] };

/** Whether a condition, or one inside it, is about the status of a file: then what isn't indexed is found too. */
export function asksForStatus(condition: Condition): boolean {
  if ("of" in condition) return condition.of.some(asksForStatus);
  if (!("subject" in condition)) return false;
  const { subject } = condition;
  return "file" in subject && subject.file === "ObjectStatus";
}

/** Whether a condition, or one inside it, is about words anywhere in a file. */
export function asksForWords(condition: Condition): boolean {
  return "of" in condition ? condition.of.some(asksForWords) : condition.kind === "words";
}
