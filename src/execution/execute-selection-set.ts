import type { ResponsePath } from "graphql";
import { executeField } from "./execute-field.ts";
import { isPromise } from "./is-promise.ts";
import type { Execution, FieldPlan, PromiseOrValue, Results, SelectionSetPlan } from "./plan.ts";

/** ExecuteSelectionSet: fields side by side. */
export function executeSelectionSet(
  { fields, template }: SelectionSetPlan,
  execution: Execution,
  source: unknown,
  path: ResponsePath | undefined,
): PromiseOrValue<Results> {
  const results = emptyResults(template);
  let pending: string[] | undefined;
  try {
    for (const field of fields) {
      const value = executeField(field, execution, source, path);
      results[field.responseName] = value;
      if (isPromise(value)) (pending ??= []).push(field.responseName);
    }
  } catch (error) {
    // What runs already is awaited, so that none of it rejects unheard.
    if (pending) {
      return settle(results, pending).finally(() => {
        throw error;
      });
    }
    throw error;
  }
  return pending ? settle(results, pending) : results;
}

function emptyResults(template: SelectionSetPlan["template"]): Results {
  return template ? { ...template } : Object.create(null);
}

/** Puts what the promises of these names resolve to in their place. */
function settle(results: Results, names: readonly string[]): Promise<Results> {
  return Promise.all(names.map((name) => results[name])).then((values) => {
    for (const [index, name] of names.entries()) results[name] = values[index];
    return results;
  });
}

/** ExecuteSelectionSet of a mutation: each field once the one before is done. */
export function executeSelectionSetSerially(
  { fields, template }: SelectionSetPlan,
  execution: Execution,
  source: unknown,
): PromiseOrValue<Results> {
  const executeNext = (results: Results, field: FieldPlan): PromiseOrValue<Results> => {
    const value = executeField(field, execution, source, undefined);
    return isPromise(value)
      ? value.then((resolved) => withResult(results, field, resolved))
      : withResult(results, field, value);
  };
  let results: PromiseOrValue<Results> = emptyResults(template);
  for (const field of fields) {
    results = isPromise(results)
      ? results.then((before) => executeNext(before, field))
      : executeNext(results, field);
  }
  return results;
}

function withResult(results: Results, { responseName }: FieldPlan, value: unknown): Results {
  results[responseName] = value;
  return results;
}
