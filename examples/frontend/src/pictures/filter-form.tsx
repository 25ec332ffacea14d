import { Fragment, useEffect, useRef, useState, type SubmitEvent } from "react";
import type { CombinedError } from "urql";
import { Field } from "../field.tsx";
import { problemsOf, type Problem } from "../problems.ts";
import { fieldAt, filterBy, filterFields, type Filter } from "./filter.ts";
import { whereOf } from "./where.ts";

interface Props {
  filter: Filter;
  /** What the graph says of the filter. */
  error: CombinedError | undefined;
  onApply: (filter: Filter) => void;
}

const mediaTypes = ["image", "video", "audio", "document", "archive", "other"];

/** The filter, and the `where` that is sent for it. What the graph refuses is shown by its field. */
export function FilterForm({ filter, error, onApply }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(filter);
  // On a narrow screen what is found comes first.
  const [isOpen, setOpen] = useState(() => matchMedia("(min-width: 48rem)").matches);
  const [applied, setApplied] = useState(filter);
  // It is also changed from outside: by a facet, a place or "Back". What was typed into other fields stays.
  if (applied !== filter) {
    setApplied(filter);
    setTyped(filterBy((name) => (filter[name] === applied[name] ? typed : filter)[name]));
  }
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onApply(filterBy((name) => typed[name].trim()));
  };
  const clear = () => {
    const empty = filterBy(() => "");
    setTyped(empty);
    onApply(empty);
  };

  const problems = problemsOf(error).filter(({ field }) => fieldAt(field));
  const where = whereOf(filter);
  const inUse = filterFields.filter(({ name }) => filter[name]).length;
  return (
    <form className="card filter" aria-labelledby="filter" ref={form} noValidate onSubmit={submit}>
      <details
        open={isOpen || problems.length > 0}
        onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      >
        <summary>
          <h2 id="filter">Filter</h2>
          <small>{inUse > 0 && `${inUse} of its fields in use`}</small>
        </summary>
        <div className="inside">
          <div className="filter-fields">
            {filterFields.map(({ name, ...field }) => {
              const problem = problems.find((each) => fieldAt(each.field) === name);
              return (
                <Field
                  key={name}
                  name={name}
                  value={typed[name]}
                  onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
                  list={name === "mediaType" ? "media-types" : undefined}
                  problem={
                    problem && (
                      <>
                        {problem.message} <Place of={problem} />
                      </>
                    )
                  }
                  {...field}
                />
              );
            })}
          </div>
          <datalist id="media-types">
            {mediaTypes.map((type) => (
              <option key={type}>{type}</option>
            ))}
          </datalist>
          <p>
            Days are in UTC. With a label key, the text may also be the beginning of that label's value. The
            default radius is 10 kilometres.
          </p>
          <div className="action">
            <button type="submit">Apply</button>
            <button type="button" onClick={clear}>
              Clear
            </button>
          </div>
        </div>
      </details>
      <details>
        <summary>
          The <code>where</code> that is sent
        </summary>
        <pre>{where ? JSON.stringify(where, null, 2) : "None: it finds all files."}</pre>
      </details>
    </form>
  );
}

/** Where in `where` a problem is, which may break before each of its dots. */
function Place({ of: { field = "" } }: { of: Problem }) {
  return (
    <code>
      {field.split(/(?=\.)/).map((part) => (
        <Fragment key={part}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </code>
  );
}
