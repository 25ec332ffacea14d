import type { Workload } from "../workloads.ts";

/**
 * Looks whether a server did its job, so that a broken one can't look fast.
 *
 * @throws Error where its answer has errors, or not as many datasets and files as were asked for.
 */
export function checkResponse(
  text: string,
  { name, datasetCount, fileCount = 0 }: Workload,
  server: string,
): void {
  const body = JSON.parse(text) as { errors?: unknown };
  // IMM spells it DatasetName, and so does what hands on its replies.
  const found = text.match(/"datasetName":"/gi)?.length ?? 0;
  const files = text.match(/"uri":/gi)?.length ?? 0;
  if (body.errors === undefined && found === datasetCount && files === fileCount) return;
  throw new Error(
    `${server} answered ${name} with ${found} datasets and ${files} files, not ${datasetCount} and ${fileCount}: ${text.slice(0, 500)}`,
  );
}
