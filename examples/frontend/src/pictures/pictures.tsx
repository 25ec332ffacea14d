import { useEffect, useMemo } from "react";
import { goTo, useAddress } from "../address.ts";
import type { DatasetKey } from "../files/dataset-key.ts";
import { problemsOf } from "../problems.ts";
import { askedBy, picturesAddress, type Asked } from "./asked.ts";
import { Facets } from "./facets.tsx";
import { FilterForm } from "./filter-form.tsx";
import { Found } from "./found.tsx";
import { Places } from "./places.tsx";
import { SearchForm } from "./search-form.tsx";
import { useFound } from "./use-found.ts";

/** Finds pictures of a dataset: by a filter with its facets, or by a search. What is asked stands in the address. */
export function Pictures({ dataset }: { dataset: DatasetKey }) {
  const { projectName, datasetName } = dataset;
  const address = useAddress();
  const asked = useMemo(() => askedBy(address), [address]);
  const { filter, search } = asked;
  const found = useFound(dataset, asked);
  const title = `Pictures of ${datasetName}`;
  useEffect(() => {
    document.title = title;
  }, [title]);

  const ask = (change: Partial<Asked>) => {
    const next = picturesAddress(dataset, { ...asked, ...change });
    // Asked once more, it is read anew, and not from the cache.
    if (next === picturesAddress(dataset, asked)) location.reload();
    else goTo(next);
  };
  const change = (values: Partial<typeof filter>) => ask({ filter: { ...filter, ...values } });

  return (
    <>
      <header>
        <h1>{title}</h1>
        <nav aria-label="Around">
          <a href={`?${new URLSearchParams({ project: projectName, dataset: datasetName })}`}>
            Its files and buckets
          </a>
        </nav>
      </header>
      <main className="stack">
        <SearchForm
          search={search}
          problem={problemsOf(found.error).find(({ field }) => field === "text")?.message}
          onSearch={(text) => ask({ search: text })}
        />
        {!search && (
          <FilterForm filter={filter} error={found.error} onApply={(applied) => ask({ filter: applied })} />
        )}
        {found.isMissing ? (
          <div className="card">
            <p>There is no dataset {datasetName}.</p>
          </div>
        ) : (
          <div className={search ? "stack" : "finding"}>
            {!search && (
              <Facets
                dataset={dataset}
                filter={filter}
                onToggle={(name, value) => change({ [name]: filter[name] === value ? "" : value })}
              />
            )}
            <div className="stack">
              <Found found={found} asked={asked} onSort={(chosen) => ask({ sort: chosen })} />
              {found.page && found.page.nodes.length > 0 && (
                <Places
                  pictures={found.page.nodes}
                  onNear={
                    search
                      ? undefined
                      : ({ latitude, longitude }) =>
                          change({ latitude: `${latitude}`, longitude: `${longitude}` })
                  }
                />
              )}
            </div>
          </div>
        )}
      </main>
    </>
  );
}
