import { formatResult, type Fetcher, type FetcherOpts, type FetcherParams } from "@graphiql/toolkit";
import { parse, type ExecutionResult } from "graphql";
import { getOpenTab } from "../editor/open-tab.ts";
import { graphJson, operationToRun, readObject } from "../editor/operation.ts";
import { readEvents } from "./event-stream.ts";
import { keepRun, type Call, type RunError } from "./runs.ts";

/** Where the graph answers: where the page is, under whatever prefix a proxy serves both. */
export const endpoint = location.origin + location.pathname;

// A stream is answered to a subscription alone.
const accepted = "application/graphql-response+json, application/json, text/event-stream";

interface GraphQLResponse extends ExecutionResult {
  extensions?: { imm?: { calls?: readonly Call[] } };
}

/**
 * Sends an operation to the gateway that served the page, and asks which calls to IMM it causes. Those are kept for
 * their panel and taken out of the response, so that what is shown is what any client gets; of a subscription, every
 * event so far.
 *
 * The result is an observable, which GraphiQL unsubscribes from when the operation is stopped or its tab is left: then
 * the request is aborted, and its response shown nowhere.
 */
export const fetcher: Fetcher = (operation, options) => {
  if (operation.operationName === "IntrospectionQuery") return only(send(operation, options));
  const subscribe = (observer?: unknown) => {
    const { next, complete } = observer as Observer;
    const controller = new AbortController();
    const respond = async () => {
      for await (const shown of run(operation, options, controller.signal)) {
        if (controller.signal.aborted) return;
        next(shown);
      }
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

async function* run(
  operation: FetcherParams,
  options: FetcherOpts | undefined,
  signal: AbortSignal,
): AsyncGenerator<ExecutionResult> {
  const tab = getOpenTab();
  const sent = {
    ...operation,
    operationName: nameOf(operation),
    variables: readObject(tab.variables(), "variables"),
  };
  const results: ExecutionResult[] = [];
  const errors: RunError[] = [];
  let calls: readonly Call[] | undefined;
  for await (const { extensions, ...result } of withErrors(send(sent, options, signal))) {
    if (signal.aborted) return;
    results.push(result);
    errors.push(...((result.errors ?? []) as readonly RunError[]));
    const made = extensions?.imm?.calls;
    if (made) calls = [...(calls ?? []), ...made];
    // GraphiQL takes an array for parts of one result.
    const shown = results.length === 1 ? result : ({ toJSON: () => results } as ExecutionResult);
    keepRun(tab, formatResult(shown), { name: sent.operationName, calls, errors: [...errors] });
    yield shown;
  }
}

async function* send(
  operation: object,
  { headers }: FetcherOpts = {},
  signal: AbortSignal | null = null,
): AsyncGenerator<GraphQLResponse> {
  const all = new Headers(headers as Record<string, string> | undefined);
  if (!all.has("accept")) all.set("accept", accepted);
  all.set("content-type", "application/json");
  all.set("x-imm-trace-calls", "1");
  const response = await fetch(endpoint, {
    method: "POST",
    headers: all,
    body: graphJson(operation),
    signal,
  });
  if (response.body && response.headers.get("content-type")?.startsWith("text/event-stream")) {
    return yield* readEvents<GraphQLResponse>(response.body);
  }
  const text = await response.text();
  try {
    yield JSON.parse(text) as GraphQLResponse;
  } catch (cause) {
    const what = text === "" ? "nothing" : `what isn't JSON: ${text.slice(0, 100)}`;
    throw new Error(`The gateway answered ${response.status} and ${what}`, { cause });
  }
}

async function only<Result>(results: AsyncGenerator<Result>): Promise<Result> {
  const { value } = await results.next();
  return value as Result;
}

/** Results, the last an error if they fail. */
async function* withErrors(results: AsyncGenerator<GraphQLResponse>): AsyncGenerator<GraphQLResponse> {
  try {
    yield* results;
  } catch (error) {
    yield toErrorResponse(error);
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
