import { isDeepStrictEqual } from "node:util";
import { median, sum } from "../measure/statistics.ts";
import { answersByHand, ask, type Answer, type ByHand } from "./ask.ts";
import { cpuOf, timesIn } from "./cpu.ts";
import { longestHold } from "./hold.ts";
import type { QueryableDatabase } from "./filled/local-store.ts";
import type { Kind, Question } from "./questions/question.ts";

/** What a question costs the local IMM, and by hand. */
export interface Comparison {
  readonly kind: Kind;
  readonly title: string;
  /** What it takes by hand with an index that nobody has declared, in microseconds. */
  readonly undeclared?: { readonly columns: string; readonly byHand: number };
  /** Microseconds: the median of the rounds. */
  readonly ours: number;
  readonly byHand: number;
  /** How many times the CPU by hand: the median of what each round says. */
  readonly ratio: number;
  /** The ways that were fastest by hand. */
  readonly ways: readonly string[];
  /** The longest that it holds the process, in milliseconds. */
  readonly hold: number;
}

export interface Rounds {
  readonly queryRounds: number;
  /** How long a question is asked in a round. */
  readonly queryMs: number;
}

/**
 * Asks a question of the local IMM and by hand, by turns, over one connection.
 *
 * @throws Error unless both find the same.
 */
export async function compare(
  question: Question,
  database: QueryableDatabase,
  { queryRounds, queryMs }: Rounds,
): Promise<Comparison> {
  const { kind, title } = question;
  const expected = await ask(question, database);
  const fastest = await fastestByHand(question, question, { database, expected });
  const works = {
    ours: () => ask(question, database),
    byHand() {
      for (const { run } of fastest) run();
    },
  };
  const hold = await longestHold(works.ours);
  const times = {
    ours: timesIn(queryMs, await cpuOf(works.ours)),
    byHand: timesIn(queryMs, await cpuOf(works.byHand)),
  };
  const rounds: { ours: number; byHand: number }[] = [];
  // The first warms up.
  for (let round = 0; round <= queryRounds; round++) {
    const cpu = { ours: 0, byHand: 0 };
    const names = ["ours", "byHand"] as const;
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      cpu[name] = await cpuOf(works[name], times[name]);
    }
    if (round > 0) rounds.push(cpu);
  }
  return {
    ...{ kind, title, hold, ways: fastest.map(({ way }) => way) },
    ...(question.undeclared && {
      undeclared: await withUndeclared(question, question.undeclared, { database, expected }),
    }),
    ours: median(rounds.map(({ ours }) => ours)),
    byHand: median(rounds.map(({ byHand }) => byHand)),
    ratio: median(rounds.map(({ ours, byHand }) => ours / byHand)),
  };
}

interface Checking {
  readonly database: QueryableDatabase;
  readonly expected: Answer;
}

/** The fastest way to answer each part of a question by hand. */
async function fastestByHand(
  question: Question,
  byHand: Parameters<typeof answersByHand>[1],
  { database, expected }: Checking,
): Promise<Tried[]> {
  const fastest: Tried[] = [];
  for (const ways of answersByHand(question, byHand, database.connection)) {
    for (const way of ways) check(question, way, expected);
    fastest.push(await fastestOf(ways));
  }
  return fastest;
}

/** What a question takes by hand as long as there is an index for it. */
async function withUndeclared(
  question: Question,
  { columns, ...byHand }: NonNullable<Question["undeclared"]>,
  checking: Checking,
): Promise<NonNullable<Comparison["undeclared"]>> {
  const { connection } = checking.database;
  // The local IMM keeps a file from growing unless it has room for what must be written.
  connection.exec(`
    PRAGMA max_page_count = 4294967294;
    BEGIN;
    CREATE INDEX Undeclared ON File (${columns}) WHERE ObjectStatus = 'Indexed';
  `);
  try {
    const fastest = await fastestByHand(question, byHand, checking);
    return { columns, byHand: sum(fastest.map(({ cpu }) => cpu)) };
  } finally {
    connection.exec("ROLLBACK");
  }
}

function check({ kind, title }: Question, { way, run }: ByHand<Partial<Answer>>, expected: Answer): void {
  const found = run();
  if (
    Object.entries(found).every(([part, value]) => isDeepStrictEqual(value, expected[part as keyof Answer]))
  )
    return;
  throw new Error(`${kind}: ${title}: by hand (${way}) something else is found than by the local IMM.`);
}

const tries = 5;
// What takes longer than this, in microseconds, is tried once more only: it hardly wavers.
const long = 100_000;
// A way that takes so many times as long as another needs no second try.
const hopeless = 3;

interface Tried extends ByHand<Partial<Answer>> {
  /** The least that it took, in microseconds. */
  readonly cpu: number;
}

async function fastestOf(ways: readonly ByHand<Partial<Answer>>[]): Promise<Tried> {
  let best: Tried = { ...ways[0]!, cpu: Infinity };
  for (const way of ways) {
    let cpu = await cpuOf(way.run);
    const more = cpu > long ? 1 : tries;
    for (let n = 0; n < more && cpu < hopeless * best.cpu; n++) {
      cpu = Math.min(cpu, await cpuOf(way.run, timesIn(5, cpu)));
    }
    if (cpu < best.cpu) best = { ...way, cpu };
  }
  return best;
}
