import { useId } from "react";
import { grouped } from "../grouped.ts";
import type { Filter, FilterName } from "./filter.ts";

interface Props {
  label: string;
  /** The field of the filter that takes the values. */
  name: FilterName;
  groups: readonly { readonly value: string | null; readonly count: number | null }[] | null;
  filter: Filter;
  onToggle: (name: FilterName, value: string) => void;
}

/** The values of a field, each with how many files have it; one of them can be chosen. */
export function Facet({ label, name, groups, filter, onToggle }: Props) {
  const id = useId();
  const chosen = filter[name];
  const found = (groups ?? []).flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]));
  // What is chosen can be taken back, also where nothing has it.
  const isFound = !chosen || found.some(({ value }) => value === chosen);
  const values = isFound ? found : [...found, { value: chosen, count: 0 }];
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{label}</h3>
      {values.length === 0 && <p>None</p>}
      <ul>
        {values.map(({ value, count }) => (
          <li key={value}>
            <button type="button" aria-pressed={value === chosen} onClick={() => onToggle(name, value)}>
              <span>{value}</span> <span className="number">{grouped(count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
