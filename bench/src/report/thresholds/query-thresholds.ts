import type { Queries } from "../../queries/queries.ts";
import { kinds } from "../../queries/questions/question.ts";
import { formatNumber, megabytes, times } from "../format.ts";
import type { Threshold } from "./thresholds.ts";

const mostBesideHand = 2;
const many = 100_000;

/** What queries have to keep to, and what they do. */
export function queryThresholds(all: readonly Queries[]): Threshold[] {
  return all.flatMap((queries) => [
    ...besideHand(queries),
    ...paging(queries),
    memory(queries),
    hold(queries),
  ]);
}

const of = ({ files }: Queries) => `of ${files.toLocaleString("en")} files`;

/** Of each kind the question that is furthest behind. */
function besideHand(queries: Queries): Threshold[] {
  return kinds.flatMap((kind) => {
    const [furthest] = queries.comparisons
      .filter((each) => each.kind === kind)
      .toSorted((a, b) => b.ratio - a.ratio);
    if (!furthest) return [];
    return [
      {
        what: `queries ${of(queries)}, ${kind}: CPU beside SQL by hand`,
        allowed: `≤ ${mostBesideHand} ×`,
        measured: `${times(furthest.ratio)} (${furthest.title})`,
        isMet: furthest.ratio <= mostBesideHand,
      },
    ];
  });
}

const paging = (queries: Queries): Threshold[] =>
  queries.paging.map(({ title, ratio, first, last }) => ({
    what: `pages ${of(queries)} by ${title}: CPU of one in the last tenth, beside the first`,
    allowed: "0.8 to 1.5 ×",
    measured: `${times(ratio)} (${formatNumber(last)} µs, ${formatNumber(first)} µs)`,
    isMet: ratio >= 0.8 && ratio <= 1.5,
  }));

function memory(queries: Queries): Threshold {
  const allowed = queries.files > many ? 600e6 : 300e6;
  const { most } = queries.memory;
  return {
    what: `queries ${of(queries)}: memory, at most`,
    allowed: `≤ ${allowed / 1e6} MB`,
    measured: `${megabytes(most)} MB`,
    isMet: most <= allowed,
  };
}

function hold(queries: Queries): Threshold {
  const allowed = queries.files > many ? 500 : 50;
  const bomb = { title: "a hundred conditions without an index", hold: queries.bombHold };
  const [longest] = [bomb, ...queries.comparisons].toSorted((a, b) => b.hold - a.hold);
  return {
    what: `queries ${of(queries)}: the longest that one holds the process`,
    allowed: `≤ ${allowed} ms`,
    measured: `${formatNumber(longest!.hold)} ms (${longest!.title})`,
    isMet: longest!.hold <= allowed,
  };
}
