import type { Document } from "../store/document.ts";

/** What calls have given of a file. */
export interface Givings {
  /** Before. */
  readonly before: Document;
  /** By the call that has it indexed; undefined if a binding has. */
  readonly now: Document | undefined;
}

/** What calls have given of a file that is read again. A call replaces what earlier ones gave, but what updates change. */
export function newGiven({ before, now }: Givings): Document {
  if (!now) return before;
  const { CustomId, CustomLabels, Figures } = before;
  return {
    ...(CustomId !== undefined && { CustomId }),
    ...(CustomLabels !== undefined && { CustomLabels }),
    ...(Figures !== undefined && { Figures }),
    ...now,
  };
}

/** What is known of a file: what was found in it, before which comes what calls gave. */
export function newDocument(found: Document, given: Document, reason: string | undefined): Document {
  return { ...found, ...withCount(given), ...(reason !== undefined && { Reason: reason }) };
}

/** The same document with other values from an update. */
export function changedDocument(document: Document, changes: Document): Document {
  return { ...document, ...withCount(changes) };
}

function withCount(given: Document): Document {
  return given.Figures ? { ...given, FigureCount: given.Figures.length } : given;
}
