import { useRef, useState } from "react";
import { useClient, type CombinedError } from "urql";
import { Failure } from "./failure.tsx";
import { problemsOf } from "./problems.ts";
import { ProjectQuery } from "./project-query.ts";

interface Props {
  projectName: string;
  shown: number;
  total: number | null;
  /** Where the next page begins; null where there is none. */
  after: string | null;
}

/** Reads one page more. The cache joins it to those before, and so the list grows. */
export function LoadMore({ projectName, shown, total, after }: Props) {
  const client = useClient();
  const status = useRef<HTMLOutputElement>(null);
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const read = async () => {
    if (isReading) return;
    setReading(true);
    const { data, error: failure } = await client.query(ProjectQuery, { projectName, after }).toPromise();
    setError(failure);
    setReading(false);
    // The button is gone then, and the focus would be with it.
    if (data?.project?.datasets?.pageInfo.hasNextPage === false) status.current?.focus();
  };
  return (
    <div className="more">
      <output ref={status} tabIndex={-1}>
        {isReading ? "Loading…" : after === null ? allOf(shown) : `${shown} of ${total ?? "more"} shown.`}
      </output>
      <Failure problems={problemsOf(error)} />
      {after !== null && (
        <button type="button" aria-disabled={isReading} onClick={() => void read()}>
          {error ? "Try again" : "Load more"}
        </button>
      )}
    </div>
  );
}

function allOf(shown: number): string {
  return shown === 0 ? "There is no dataset yet." : `All ${shown} shown.`;
}
