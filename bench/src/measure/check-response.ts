import type { Workload } from "../workloads.ts";

/**
 * Looks whether a server did its job, so that a broken one can't look fast.
 *
 * @throws Error where its answer has errors, or not as many datasets as were asked for.
 */
export function checkResponse(text: string, { name, datasetCount }: Workload, server: string): void {
  const body = JSON.parse(text) as { errors?: unknown };
  // IMM spells it DatasetName, and so does what hands on its replies.
  const found = text.match(/"datasetName":"/gi)?.length ?? 0;
  if (body.errors === undefined && found === datasetCount) return;
  throw new Error(
    `${server} answered ${name} with ${found} datasets, not ${datasetCount}: ${text.slice(0, 500)}`,
  );
}
