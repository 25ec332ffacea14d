import { formatResult, type Fetcher, type FetcherOpts, type FetcherParams } from "@graphiql/toolkit";
import { parse, type ExecutionResult } from "graphql";
import { getOpenTab } from "../editor/open-tab.ts";
import { graphJson, operationToRun, readObject } from "../editor/operation.ts";
import { keepRun, type Call, type RunError } from "./runs.ts";

/** Where the graph answers: where the page is, under whatever prefix a proxy serves both. */
export const endpoint = location.origin + location.pathname;

interface GraphQLResponse extends ExecutionResult {
  extensions?: { imm?: { calls?: readonly Call[] } };
}

/**
 * Sends an operation to the gateway that served the page, and asks which calls to IMM it causes. Those are kept for
 * their panel and taken out of the response, so that what is shown is what any client gets.
 *
 * The result is an observable, which GraphiQL unsubscribes from when the operation is stopped or its tab is left: then
 * the request is aborted, and its response shown nowhere.
 */
export const fetcher: Fetcher = (operation, options) => {
  if (operation.operationName === "IntrospectionQuery") return send(operation, options);
  const subscribe = (observer?: unknown) => {
    const { next, complete } = observer as Observer;
    const controller = new AbortController();
    const respond = async () => {
      const result = await run(operation, options, controller.signal);
      if (controller.signal.aborted) return;
      next(result);
      complete();
    };
    void respond();
    return { unsubscribe: () => controller.abort() };
  };
  return { subscribe };
};

/** As GraphiQL calls it. */
interface Observer {
  readonly next: (answer: ExecutionResult) => void;
  readonly complete: () => void;
}

async function run(
  operation: FetcherParams,
  options: FetcherOpts | undefined,
  signal: AbortSignal,
): Promise<ExecutionResult> {
  const tab = getOpenTab();
  const sent = {
    ...operation,
    operationName: nameOf(operation),
    variables: readObject(tab.variables(), "variables"),
  };
  const { extensions, ...response } = await send(sent, options, signal).catch(toErrorResponse);
  keepRun(tab, formatResult(response), {
    name: sent.operationName,
    calls: extensions?.imm?.calls,
    errors: (response.errors ?? []) as readonly RunError[],
  });
  return response;
}

async function send(
  operation: object,
  { headers }: FetcherOpts = {},
  signal: AbortSignal | null = null,
): Promise<GraphQLResponse> {
  const all = new Headers(headers as Record<string, string> | undefined);
  if (!all.has("accept")) all.set("accept", "application/graphql-response+json, application/json");
  all.set("content-type", "application/json");
  all.set("x-imm-trace-calls", "1");
  const response = await fetch(endpoint, {
    method: "POST",
    headers: all,
    body: graphJson(operation),
    signal,
  });
  const text = await response.text();
  try {
    return JSON.parse(text) as GraphQLResponse;
  } catch (cause) {
    const what = text === "" ? "nothing" : `what isn't JSON: ${text.slice(0, 100)}`;
    throw new Error(`The gateway answered ${response.status} and ${what}`, { cause });
  }
}

/** A request that couldn't be sent, or got no response, as a response with an error. */
function toErrorResponse(error: unknown): GraphQLResponse {
  const { message } = error as Error;
  const isNetwork = error instanceof TypeError && !message.includes("Headers");
  const sentence = isNetwork ? `The gateway at ${endpoint} doesn't answer. Is it running?` : message;
  return { errors: [{ message: sentence }] } as unknown as GraphQLResponse;
}

/** The operation to run. For a moment after a change of tabs GraphiQL still names one of the tab before. */
function nameOf({ query, operationName }: FetcherParams): string | undefined {
  try {
    return operationToRun(parse(query), operationName ?? undefined) || undefined;
  } catch {
    // The gateway says what is wrong with it.
    return operationName ?? undefined;
  }
}
