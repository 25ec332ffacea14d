import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { CALLS_PLUGIN } from "./calls-panel.tsx";
import { useRun, type Run } from "./runs.ts";

/** One line under the answer: what the run did at IMM, and the way to the rest. */
export function RunSummary() {
  const run = useRun();
  const isFetching = useGraphiQL((state) => state.isFetching);
  const { setVisiblePlugin } = useGraphiQLActions();
  return (
    <div className="imm-summary">
      <output>{isFetching ? "Running…" : run ? summary(run) : hint}</output>
      {run && (
        <button type="button" className="graphiql-button" onClick={() => setVisiblePlugin(CALLS_PLUGIN)}>
          Details
        </button>
      )}
    </div>
  );
}

// The editor takes the tabulator for itself.
const hint = "Ctrl-Enter runs the operation. Ctrl-M, then Tab, leaves the editor.";

function summary({ calls, errors }: Run): string {
  const [error] = errors;
  if (error) {
    const { code, imm } = error.extensions ?? {};
    const parts = [code, imm?.code, imm?.requestId && `RequestId ${imm.requestId}`];
    return parts.filter(Boolean).join(" · ") || error.message;
  }
  if (!calls) return "Done";
  return calls.length === 0
    ? "No call to IMM"
    : calls.map(({ action, ms }) => `${action} ${ms} ms`).join(" · ");
}
