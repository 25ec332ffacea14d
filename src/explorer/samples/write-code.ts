import { getOperationAST, getVariableValues, validate } from "graphql";
import type { ImmEndpointInfo } from "../../contract/contract-types.ts";
import { isPlaceholder, readOperation, type Editors } from "../editor/operation.ts";
import { plannedCalls } from "../planning/planned-calls.ts";
import type { Language } from "./languages.ts";
import type { SampleContext } from "./sample.ts";

/** Code with notes to read before running it, or why there is none. */
export type CodeResult =
  | { readonly code: string; readonly notes: readonly string[] }
  | { readonly problem: string };

/** Writes the operation in the editors as code. */
export async function writeCode(
  language: Language,
  editors: Editors,
  { imm, ...context }: SampleContext & { readonly imm: ImmEndpointInfo },
): Promise<CodeResult> {
  try {
    const operation = readOperation(editors);
    const [error] = validate(context.schema, operation.whole);
    if (error) return { problem: `The graph would refuse the operation: ${error.message}` };
    const { errors } = getVariableValues(
      context.schema,
      getOperationAST(operation.document)?.variableDefinitions ?? [],
      operation.variables,
    );
    if (errors) return { problem: `The graph would refuse the variables: ${errors[0]?.message}` };

    if (language.of === "graph") {
      const notes = Object.entries(operation.headers).some(isPlaceholder) ? [hiddenHeader] : [];
      return { code: await language.write(operation, context), notes };
    }
    const calls = plannedCalls(context.schema, operation);
    if (calls.length === 0) return { problem: "This operation causes no call to IMM." };
    const isUnknown = calls.some(({ params }) => Object.entries(params).some(isPlaceholder));
    return { code: language.write(calls, imm), notes: [cloud, ...(isUnknown ? [unknownName] : [])] };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

const hiddenHeader =
  "A header that may be secret isn't copied: put its value in place of its name in angle brackets.";
const cloud = "It calls IMM in Alibaba Cloud, with credentials of yours; some of its calls are billed.";
const unknownName =
  "What stands in angle brackets is known only from the answer to a call before, and such a call is made once for each thing in it.";
