import type { Problem } from "./problems.ts";

/** What went wrong where no field is to blame, and what may help. */
export function Failure({ problems, retry }: { problems: readonly Problem[]; retry?: () => void }) {
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="failure">
      {problems.map(({ message, requestId }, index) => (
        <p key={index}>
          {message}
          {requestId && <small> IMM's request id: {requestId}</small>}
        </p>
      ))}
      {retry && (
        <button type="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
