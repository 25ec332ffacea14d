import { useGraphiQLActions } from "@graphiql/react";
import { CALLS_PLUGIN } from "./calls-panel.tsx";
import { useLastRun, type Run } from "./last-run.ts";

/** One line under the answer: what the last run did at IMM, and the way to the rest. */
export function RunSummary() {
  const run = useLastRun();
  const { setVisiblePlugin } = useGraphiQLActions();
  if (!run) return null;
  return (
    <div className="imm-summary">
      <output>{summary(run)}</output>
      <button type="button" className="graphiql-button" onClick={() => setVisiblePlugin(CALLS_PLUGIN)}>
        Details
      </button>
    </div>
  );
}

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
