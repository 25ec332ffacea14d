import { useRef, useState } from "react";
import type { CombinedError } from "urql";
import { Failure } from "./failure.tsx";
import { problemsOf } from "./problems.ts";

interface Props {
  shown: number;
  total: number | null;
  /** Where the next page begins; null where there is none. */
  after: string | null;
  /** What is said of an empty list. */
  none: string;
  /** Reads the page behind a cursor. */
  read: (after: string) => Promise<PageRead>;
}

interface PageRead {
  readonly error: CombinedError | undefined;
  readonly isLast: boolean;
}

/** Reads one page more. The cache joins it to those before, and so the list grows. */
export function LoadMore({ shown, total, after, none, read }: Props) {
  const status = useRef<HTMLOutputElement>(null);
  const [isReading, setReading] = useState(false);
  const [error, setError] = useState<CombinedError>();
  const readMore = async () => {
    if (isReading || after === null) return;
    setReading(true);
    const page = await read(after);
    setError(page.error);
    setReading(false);
    // The button is gone then, and the focus would be with it.
    if (page.isLast) status.current?.focus();
  };
  const all = shown === 0 ? none : `All ${shown} shown.`;
  return (
    <div className="more">
      <output ref={status} tabIndex={-1}>
        {isReading ? "Loading…" : after === null ? all : `${shown} of ${total ?? "more"} shown.`}
      </output>
      <Failure problems={problemsOf(error)} />
      {after !== null && (
        <button type="button" aria-disabled={isReading} onClick={() => void readMore()}>
          {error ? "Try again" : "Load more"}
        </button>
      )}
    </div>
  );
}
