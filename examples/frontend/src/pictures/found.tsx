import { Failure } from "../failure.tsx";
import { LoadMore } from "../load-more.tsx";
import { problemsOf } from "../problems.ts";
import type { Asked } from "./asked.ts";
import { fieldAt } from "./filter.ts";
import { PictureRow } from "./picture-row.tsx";
import { sorts, type Sort } from "./sorts.ts";
import type { useFound } from "./use-found.ts";

interface Props {
  found: ReturnType<typeof useFound>;
  asked: Asked;
  onSort: (sort: Sort) => void;
}

/** The pictures that were found, the way to more, and how they are sorted. */
export function Found({ found, asked, onSort }: Props) {
  const { page, error, fetching, readAgain, readMore } = found;
  const problems = problemsOf(error);
  const others = problems.filter(({ field }) => field !== "text" && !fieldAt(field));
  return (
    <div className="card" aria-busy={fetching}>
      <div className="heading">
        <h2>Pictures</h2>
        <output>
          {fetching
            ? "Loading…"
            : problems.length > others.length && "Nothing was read: a field above is wrong."}
        </output>
        <div className="sort">
          <label htmlFor="sort">Sorted</label>
          <select
            id="sort"
            value={asked.sort.name}
            onChange={({ target }) => onSort(sorts.find(({ name }) => name === target.value) ?? sorts[0])}
          >
            {sorts.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Failure problems={others} retry={readAgain} />
      {page && page.nodes.length > 0 && (
        <ul className="pictures">
          {page.nodes.map((picture) => (
            <PictureRow key={picture.id} picture={picture} />
          ))}
        </ul>
      )}
      {page && !fetching && (
        <LoadMore
          // What went wrong with one list isn't said of another.
          key={JSON.stringify(asked)}
          shown={page.nodes.length}
          total={page.totalCount}
          after={page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null}
          none="None found."
          read={readMore}
        />
      )}
    </div>
  );
}
