import { isDeepStrictEqual } from "node:util";
import { median } from "../measure/statistics.ts";
import { answersByHand, ask, type Answer, type ByHand } from "./ask.ts";
import { cpuOf, timesIn } from "./cpu.ts";
import { longestHold } from "./hold.ts";
import type { QueryableDatabase } from "./local-store.ts";
import type { Kind, Question } from "./question.ts";

/** What a question costs the local IMM, and by hand. */
export interface Comparison {
  readonly kind: Kind;
  readonly title: string;
  readonly undeclared?: string;
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
  const { kind, title, undeclared } = question;
  const expected = await ask(question, database);
  const fastest: ByHand<Partial<Answer>>[] = [];
  for (const ways of answersByHand(question, database.connection)) {
    for (const way of ways) check(question, way, expected);
    fastest.push(await fastestOf(ways));
  }
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
    ...(undeclared !== undefined && { undeclared }),
    ours: median(rounds.map(({ ours }) => ours)),
    byHand: median(rounds.map(({ byHand }) => byHand)),
    ratio: median(rounds.map(({ ours, byHand }) => ours / byHand)),
  };
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

async function fastestOf<Part>(ways: readonly ByHand<Part>[]): Promise<ByHand<Part>> {
  let best = { way: ways[0]!, cpu: Infinity };
  for (const way of ways) {
    let cpu = await cpuOf(way.run);
    const more = cpu > long ? 1 : tries;
    for (let n = 0; n < more && cpu < hopeless * best.cpu; n++) {
      cpu = Math.min(cpu, await cpuOf(way.run, timesIn(5, cpu)));
    }
    if (cpu < best.cpu) best = { way, cpu };
  }
  return best.way;
}
