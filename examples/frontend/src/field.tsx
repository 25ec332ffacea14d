import { useId, type ComponentProps, type ReactNode } from "react";

/** A labelled text field, and what is wrong with its value. */
export function Field({
  label,
  problem,
  ...input
}: { label: string; problem: ReactNode } & ComponentProps<"input">) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        autoComplete="off"
        aria-invalid={Boolean(problem)}
        aria-describedby={problem ? `${id}-problem` : undefined}
        {...input}
      />
      {problem && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
    </div>
  );
}
