import { useEffect, useRef, useState, type SubmitEvent } from "react";
import type { CombinedError } from "urql";
import { Failure } from "../failure.tsx";
import { Field } from "../field.tsx";
import { problemsOf, type Problem } from "../problems.ts";

interface Props {
  label: string;
  button: string;
  placeholder?: string;
  /** What went wrong when it was sent last. */
  error: CombinedError | undefined;
  /** Whether a problem is about the field. */
  isToBlame: (problem: Problem) => boolean;
  /** Sends the text, and says what came of it; undefined if it failed. */
  send: (text: string) => Promise<string | undefined>;
}

/** A form of one field. What the graph refuses is shown by it, and what was typed stays. */
export function OneField({ label, button, placeholder, error, isToBlame, send }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [status, setStatus] = useState<string>();
  const [isSending, setSending] = useState(false);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const done = await send(new FormData(event.currentTarget).get("text")?.toString().trim() ?? "");
    setSending(false);
    setStatus(done);
    if (done) form.current?.reset();
  };

  const problems = problemsOf(error);
  return (
    <form
      className="one-field"
      aria-label={`${button} a ${label.toLowerCase()}`}
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <Failure problems={problems.filter((problem) => !isToBlame(problem))} />
      <Field
        label={label}
        name="text"
        required
        placeholder={placeholder}
        problem={problems.find(isToBlame)?.message}
      />
      <div className="action">
        <button type="submit" aria-disabled={isSending}>
          {button}
        </button>
        <output>{isSending ? "Sending…" : status}</output>
      </div>
    </form>
  );
}
