/** What is wrong with a value of a query. */
export interface Problem {
  /** Where it stands: `where.labels.some.labelName`. */
  readonly place: string;
  /** What is wrong, as a sentence. */
  readonly message: string;
  /** What is allowed, as short as a range: `-90..90`. */
  readonly allowed?: string;
  /** What was sent, as text. */
  readonly sent?: string;
}

/** A query that IMM would refuse, or that asks for nothing. */
export class QueryProblem extends Error {
  override readonly name = "QueryProblem";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.place}: ${problem.message}`);
    this.problem = problem;
  }
}
