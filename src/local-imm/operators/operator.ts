import type * as wire from "../../contract/wire.ts";
import type { OpenFile } from "../media/open-file.ts";
import type { OperatorName } from "./templates.ts";

/** A file as operators meet it: open, and of a known type. */
export interface Subject {
  readonly file: OpenFile;
  /** Its MIME type, in lower case and without parameters; empty if no operator needs it. */
  readonly contentType: string;
}

export interface Found {
  readonly fields?: Partial<wire.File>;
  /** The document's text, for search. */
  readonly text?: string;
  /** What the picture looks like, for search: 64 bits as 16 hex digits. */
  readonly imageHash?: string;
}

/** What reads a file and fills fields of its metadata; it imports its libraries when it first runs. */
export interface Operator {
  readonly name: OperatorName;
  /** Says of a file whose content the operator can't read what is wrong with it. */
  readonly failure: string;
  appliesTo(contentType: string): boolean;
  run(subject: Subject): Promise<Found>;
}

/** Thrown if a file can't be read, with a sentence for the one whose file it is. */
export class Unreadable extends Error {
  /** What the operator found all the same. */
  readonly found: Found;

  constructor(message: string, found: Found = {}) {
    super(message);
    this.found = found;
  }
}
