import type { GraphiQLPlugin } from "@graphiql/react";
import { useRun, type Call, type Run, type RunError } from "../running/runs.ts";
import { CallsIcon } from "./icons.tsx";
import { useScrollIntoView } from "./use-scroll-into-view.ts";

/** Shows what the last run did at IMM. */
export const CALLS_PLUGIN: GraphiQLPlugin = { title: "Calls", icon: CallsIcon, content: CallsPanel };

function CallsPanel() {
  const run = useRun();
  const panel = useScrollIntoView<HTMLElement>(true, "start");
  return (
    <section className="imm-panel" aria-label="Calls to IMM" ref={panel}>
      <header className="imm-panel-title">Calls to IMM</header>
      {run ? (
        <RunOf run={run} />
      ) : (
        <p className="imm-note">Run an operation to see which calls to IMM it causes.</p>
      )}
    </section>
  );
}

function RunOf({ run: { name, calls, errors } }: { run: Run }) {
  return (
    <>
      <p className="imm-note">
        {introduction(calls, errors)} <b>{name ?? "an operation without a name"}</b>.
      </p>
      <ol className="imm-calls">
        {calls?.map((call, index) => (
          <li key={index}>
            <CallOf call={call} />
          </li>
        ))}
      </ol>
      {errors.map((error, index) => (
        <ErrorOf key={index} error={error} />
      ))}
    </>
  );
}

function introduction(calls: Run["calls"], errors: Run["errors"]): string {
  if (!calls) {
    return errors.length > 0
      ? "No call is told: it was refused before any, or IMM_TRACE_CALLS is off. The run was"
      : "The gateway doesn't tell its calls: IMM_TRACE_CALLS is off. The run was";
  }
  if (calls.length === 0) return "No call was caused by";
  return calls.length === 1 ? "One call was caused by" : `${calls.length} calls were caused by`;
}

function CallOf({ call: { action, params, status, ms, attempts, shared, requestId } }: { call: Call }) {
  const isFine = status !== null && status < 300;
  return (
    <>
      <h3>
        {action} <span className={isFine ? "imm-fine" : "imm-failed"}>{status ?? "no answer"}</span>
      </h3>
      <dl>
        <Fact name="Time" value={`${ms} ms`} />
        <Fact name="Attempts" value={shared ? "0, shared with the same call" : String(attempts)} />
        <Fact name="RequestId" value={requestId ?? "none"} />
      </dl>
      <table>
        <caption>Parameters</caption>
        <tbody>
          {Object.entries(params).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{typeof value === "string" && value !== "" ? value : JSON.stringify(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function ErrorOf({ error: { message, extensions } }: { error: RunError }) {
  const imm = extensions?.imm;
  return (
    <div className="imm-error">
      <h3>{extensions?.code ?? "Error"}</h3>
      <p>{message}</p>
      {imm && (
        <dl>
          <Fact name="Action" value={imm.action} />
          {imm.code && <Fact name="Code" value={imm.code} />}
          {imm.requestId && <Fact name="RequestId" value={imm.requestId} />}
        </dl>
      )}
      {imm?.recommend && isWebAddress(imm.recommend) && (
        <a href={imm.recommend} target="_blank" rel="noopener noreferrer">
          IMM's troubleshooting page for this request
        </a>
      )}
    </div>
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
