import {
  defaultTextMapGetter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Tracer,
} from "@opentelemetry/api";
import { millisToHrTime, W3CTraceContextPropagator } from "@opentelemetry/core";
import type { OperationReport, RequestReport } from "../gateway/reports/request-report.ts";
import type { CallReport } from "../imm/transport.ts";
import { truncate } from "../text/truncate.ts";

/** A span as it will be written. */
interface SpanData {
  readonly name: string;
  readonly kind?: SpanKind;
  readonly startedAt: number;
  readonly ms: number;
  /** By OpenTelemetry's semantic conventions, 1.45, and by names of our own. */
  readonly attributes: Attributes;
  /** What went wrong; undefined where nothing did. */
  readonly error: string | undefined;
}

const propagator = new W3CTraceContextPropagator();

/** Writes a request, its operation and its calls to IMM as spans, inside the trace that the request came with. */
export function writeSpans(tracer: Tracer, report: RequestReport): void {
  const { traceparent, tracestate, operation } = report;
  const around = propagator.extract(ROOT_CONTEXT, { traceparent, tracestate }, defaultTextMapGetter);
  const inRequest = write(tracer, spanOfRequest(report), around);
  const inOperation = operation ? write(tracer, spanOfOperation(operation, report), inRequest) : inRequest;
  for (const call of report.calls) write(tracer, spanOfCall(call), inOperation);
}

function write(tracer: Tracer, { startedAt, ms, name, error, ...span }: SpanData, around: Context): Context {
  const attributes = { ...span.attributes, ...(error !== undefined && { "error.type": error }) };
  // The SDK takes a small number for an offset from the start of the process.
  const started = tracer.startSpan(
    name,
    { ...span, attributes, startTime: millisToHrTime(startedAt) },
    around,
  );
  if (error !== undefined) started.setStatus({ code: SpanStatusCode.ERROR });
  started.end(millisToHrTime(startedAt + ms));
  return trace.setSpan(around, started);
}

function spanOfRequest({ startedAt, ms, status, codes, limits, cost }: RequestReport): SpanData {
  return {
    // The conventions' name for a request whose method isn't known.
    name: "HTTP /graphql",
    kind: SpanKind.SERVER,
    ...{ startedAt, ms },
    attributes: {
      "http.route": "/graphql",
      "http.response.status_code": status,
      "imm_graphql.error_codes": [...codes],
      "imm_graphql.limits": [...limits],
      ...(cost !== undefined && { "imm_graphql.cost": cost }),
    },
    // A rejection of the client isn't an error of the server.
    error: status >= 500 ? String(status) : undefined,
  };
}

function spanOfOperation(operation: OperationReport, { codes }: RequestReport): SpanData {
  const { type, startedAt, ms } = operation;
  const name = operation.name && truncate(operation.name, "");
  return {
    name: name === undefined ? type : `${type} ${name}`,
    ...{ startedAt, ms },
    attributes: {
      "graphql.operation.type": type,
      ...(name !== undefined && { "graphql.operation.name": name }),
    },
    error: codes[0],
  };
}

function spanOfCall({ action, startedAt, ms, outcome, status, requestId, ...call }: CallReport): SpanData {
  const code = call.code && truncate(call.code, "");
  return {
    name: `IMM ${action}`,
    kind: SpanKind.CLIENT,
    ...{ startedAt, ms },
    attributes: {
      "rpc.system.name": "alibaba_cloud",
      "rpc.method": `imm/${action}`,
      ...(code !== undefined && { "rpc.response.status_code": code }),
      ...(status !== undefined && { "http.response.status_code": status }),
      ...(requestId !== undefined && { "imm.request_id": truncate(requestId, "") }),
      "imm.outcome": outcome,
      "imm.attempts": call.attempts,
      "imm.throttled": call.throttled,
      "imm.waited_ms": call.waitedMs,
      "imm.shared": call.shared,
    },
    error: outcome === "ok" ? undefined : (code ?? outcome),
  };
}
