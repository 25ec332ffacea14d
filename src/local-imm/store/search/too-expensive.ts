/** Thrown if a search would take too long: it would hold up all others. */
export class TooExpensive extends Error {
  /** How many files it would look at. */
  readonly files: number;

  constructor(files: number) {
    super(`The search would take too long over ${files} files.`);
    this.files = files;
  }
}
