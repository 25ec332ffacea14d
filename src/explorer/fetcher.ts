import { formatResult, type Fetcher, type FetcherParams } from "@graphiql/toolkit";
import type { ExecutionResult } from "graphql";
import { operationNames } from "./operation.ts";
import { keepRun, type Call, type RunError } from "./runs.ts";

/** Where the graph answers: the page's own address. */
export const endpoint = new URL("/graphql", location.href).href;

interface Answer extends ExecutionResult {
  extensions?: { imm?: { calls?: readonly Call[] } };
}

/**
 * Sends an operation to the gateway that served the page, and asks which calls to IMM it causes. Those are kept for
 * their panel and taken out of the answer, so that what is shown is what any client gets.
 */
export const fetcher: Fetcher = async (operation, { headers } = {}) => {
  const all = new Headers(headers as Record<string, string> | undefined);
  all.set("content-type", "application/json");
  all.set("x-imm-trace-calls", "1");
  if (!all.has("accept")) all.set("accept", "application/graphql-response+json, application/json");
  const sent = { ...operation, operationName: operationNameOf(operation) };
  const response = await fetch(endpoint, { method: "POST", headers: all, body: JSON.stringify(sent) });
  const answer = await readAnswer(response);
  if (sent.operationName === "IntrospectionQuery") return answer;

  const { extensions, ...rest } = answer;
  keepRun(formatResult(rest), {
    name: sent.operationName,
    calls: extensions?.imm?.calls,
    errors: (answer.errors ?? []) as unknown as RunError[],
  });
  return rest;
};

/** The operation to run. For a moment after a change of tabs GraphiQL still names one of the tab before. */
function operationNameOf({ query, operationName }: FetcherParams): string | undefined {
  const names = operationNames(query);
  return operationName && (names.length === 0 || names.includes(operationName)) ? operationName : names[0];
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer;
  } catch {
    throw new Error(`The gateway answered ${response.status} with what isn't JSON: ${text.slice(0, 100)}`);
  }
}
