import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { useOpenTab } from "../editor/open-tab.ts";
import { useRun, type Call, type Run } from "../running/runs.ts";
import { CALLS_PLUGIN } from "./calls-panel.tsx";
import { useScrollIntoView } from "./use-scroll-into-view.ts";

/** One line under the answer: what the run did at IMM, and the way to the rest. */
export function RunSummary() {
  useOpenTab();
  const run = useRun();
  const isFetching = useGraphiQL((state) => state.isFetching);
  const isAnswered = useGraphiQL(({ tabs, activeTabIndex }) => Boolean(tabs[activeTabIndex]?.response));
  const { setVisiblePlugin } = useGraphiQLActions();
  const bar = useScrollIntoView<HTMLDivElement>(run, "end");
  return (
    <div className="imm-summary" ref={bar}>
      <output>
        {isFetching ? "Running…" : run ? summary(run) : isAnswered ? "Nothing was sent." : hint}
      </output>
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
    const rest = imm ? [imm.code, imm.requestId && `RequestId ${imm.requestId}`] : [error.message];
    return [code, ...rest].filter(Boolean).join(" · ");
  }
  if (!calls) return "Done";
  return calls.length === 0 ? "No call to IMM" : actionsOf(calls);
}

/** The actions that were called, each once: with its time, or how many times. */
function actionsOf(calls: readonly Call[]): string {
  const byAction = new Map<string, Call[]>();
  for (const call of calls) byAction.set(call.action, [...(byAction.get(call.action) ?? []), call]);
  return [...byAction]
    .map(([action, [first, ...more]]) =>
      more.length > 0 ? `${more.length + 1} × ${action}` : `${action} ${first?.ms}\u00a0ms`,
    )
    .join(" · ");
}
