import { useState, type SubmitEvent } from "react";
import { Field } from "../field.tsx";

interface Props {
  search: string;
  problem: string | undefined;
  onSearch: (search: string) => void;
}

/** Searches by a text, in place of the filter: the graph doesn't join the two. */
export function SearchForm({ search, problem, onSearch }: Props) {
  const [typed, setTyped] = useState(search);
  const [searched, setSearched] = useState(search);
  if (searched !== search) {
    setSearched(search);
    setTyped(search);
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <search>
      <form className="card" aria-label="Search" noValidate onSubmit={submit}>
        <div className="search">
          <Field
            label="Search names, paths and labels"
            name="search"
            type="search"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            problem={problem}
          />
          <button type="submit">Search</button>
          {search && (
            <button type="button" onClick={() => onSearch("")}>
              Back to the filter
            </button>
          )}
        </div>
        {search && <p>A search takes the place of the filter.</p>}
      </form>
    </search>
  );
}
