import { diag } from "@opentelemetry/api";
import { expect, it } from "vitest";
import { createDiagnostics } from "../../src/telemetry/diagnostics.ts";
import { loggerTo } from "../support/gateway/gateway.ts";

it("what goes wrong with traces is told once a minute at most for each thing, OpenTelemetry's own warnings among it", () => {
  const log: string[] = [];
  let now = 0;
  const diagnosis = createDiagnostics(loggerTo(log), () => now);

  diagnosis.report("connect ECONNREFUSED 127.0.0.1:4318");
  diagnosis.report("connect ECONNREFUSED 127.0.0.1:4318");
  now = 59_999;
  diag.warn("Dropped 7 spans", { what: "was sent" });
  now = 60_000;
  diagnosis.report("connect ECONNREFUSED 127.0.0.1:4318");
  diag.error("Can't reach https://me:hun/ter2@o.example/v1/traces", new Error("hun/ter2"));
  diag.info("Export retried");
  diagnosis.end();
  now = 200_000;
  diag.error("Nobody listens");

  expect(log).toEqual([
    "traces: connect ECONNREFUSED 127.0.0.1:4318",
    "traces: Dropped 7 spans",
    "traces: connect ECONNREFUSED 127.0.0.1:4318",
    "traces: Can't reach https://…@o.example/v1/traces",
  ]);
});
