import type { CreateDatasetInput } from "./generated/graphql.ts";

/**
 * What was typed, as the graph takes it: what is empty is left out, and 64 bits stay text. Whether a value is allowed
 * is the graph's to say.
 */
export function datasetInput(projectName: string, form: FormData): CreateDatasetInput {
  const text = (name: keyof CreateDatasetInput) => form.get(name)?.toString() ?? "";
  const description = text("description");
  const templateId = text("templateId");
  const datasetMaxBindCount = text("datasetMaxBindCount");
  const datasetMaxFileCount = text("datasetMaxFileCount");
  const datasetMaxTotalFileSize = text("datasetMaxTotalFileSize");
  return {
    projectName,
    datasetName: text("datasetName"),
    ...(description && { description }),
    ...(templateId && { templateId }),
    ...(datasetMaxBindCount && { datasetMaxBindCount: numberOrText(datasetMaxBindCount) }),
    ...(datasetMaxFileCount && { datasetMaxFileCount: numberOrText(datasetMaxFileCount) }),
    ...(datasetMaxTotalFileSize && { datasetMaxTotalFileSize }),
  };
}

function numberOrText(text: string): number | string {
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
