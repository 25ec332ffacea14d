import { getOperationAST, type ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import { rejectionOf } from "../errors/error-response.ts";
import { isGraphPath, pathOf } from "../http/request-target.ts";
import type { Logger } from "../logger.ts";
import { onOperation } from "../operations/on-operation.ts";
import type { ServerContext } from "../server-context.ts";
import { createDraft, draftOf, type RequestDraft } from "./request-draft.ts";
import type { OnRequest, RequestReport } from "./request-report.ts";

/**
 * Reports each request once, when its response is ready, including rejected ones and those whose client disconnected.
 * Not reported: other paths, the explorer's page, and OPTIONS.
 */
export function useRequestReport(
  listeners: readonly OnRequest[],
  logger: Logger,
): Plugin<ServerContext, ServerContext> {
  // The response neither fails with a listener nor waits for it.
  const notify = async (listener: OnRequest, report: RequestReport) => {
    try {
      await listener(report);
    } catch (error) {
      logger.error(error);
    }
  };

  return {
    onRequest({ request, serverContext }) {
      if (request.method !== "OPTIONS") serverContext.draft = createDraft();
    },
    ...onOperation((args) => {
      const operation = getOperationAST(args.document, args.operationName);
      if (!operation) return undefined;
      const began = performance.now();
      const running: RequestDraft["operation"] = {
        name: operation.name?.value,
        type: operation.operation,
        startedAt: Date.now(),
        began,
      };
      draftOf(args.contextValue as ServerContext).operation = running;
      return (result) => {
        running.ms = performance.now() - began;
        return result;
      };
    }),
    onResultProcess({ result, serverContext: { draft } }) {
      if (!draft) return;
      const { errors = [] } = result as ExecutionResult;
      draft.failed = errors.length > 0;
      for (const { extensions } of errors) {
        const { code, limit } = extensions;
        if (typeof code === "string") draft.codes.add(code);
        if (typeof limit === "string") draft.limits.add(limit);
      }
    },
    onResponse({ request, response, serverContext: { draft, caller, req } }) {
      if (!draft || !(draft.operation || isGraphPath(pathOf(request, req)))) return;
      const rejection = rejectionOf(response);
      if (rejection) draft.codes.add(rejection.code);
      draft.failed ||= response.status >= 400;
      if (rejection?.limit) draft.limits.add(rejection.limit);
      const report = reportOf(draft, {
        status: response.status,
        caller: caller?.name,
        headers: request.headers,
      });
      for (const listener of listeners) void notify(listener, report);
    },
  };
}

function reportOf(
  { startedAt, began, operation, cost, calls, codes, limits, failed, disconnect }: RequestDraft,
  { headers, ...known }: Pick<RequestReport, "caller" | "status"> & { headers: Headers },
): RequestReport {
  const now = performance.now();
  return {
    startedAt,
    ms: now - began,
    left: disconnect?.hasDisconnected ?? false,
    failed,
    ...known,
    operation: operation && {
      name: operation.name,
      type: operation.type,
      startedAt: operation.startedAt,
      // One that another plugin refuses, by what it throws, has no end.
      ms: operation.ms ?? now - operation.began,
    },
    cost,
    calls: calls.toSorted((one, other) => one.number - other.number),
    codes: [...codes],
    limits: [...limits],
    traceparent: headers.get("traceparent") ?? undefined,
    tracestate: headers.get("tracestate") ?? undefined,
  };
}
