import type { CombinedError } from "urql";

/** What went wrong, as the page shows it. */
export interface Problem {
  readonly message: string;
  readonly code?: string | undefined;
  /** The argument or the field of an input to blame: `input.datasetMaxBindCount`. */
  readonly field?: string | undefined;
  /** IMM's id of the call, for its support. */
  readonly requestId?: string | undefined;
}

/** What the gateway promises of an error; its README says more. */
interface Extensions {
  readonly code?: string;
  readonly field?: string;
  readonly allowed?: string;
  readonly imm?: { readonly requestId?: string };
}

/** Everything that is wrong: one value after the other, or that there was no answer at all. */
export function problemsOf(error: CombinedError | undefined): readonly Problem[] {
  if (!error) return [];
  if (error.networkError) return [{ message: "The gateway doesn't answer. Is it running?" }];
  return error.graphQLErrors.map(({ message, extensions }) => {
    const { code, field, allowed, imm } = extensions as Extensions;
    // Beside its field the message needn't name it.
    const sentence = field ? message.replace(`${field}: `, "") : message;
    const isTold = !allowed || sentence.includes(allowed);
    return {
      message: isTold ? sentence : `${sentence} Allowed: ${allowed}.`,
      code,
      field,
      requestId: imm?.requestId,
    };
  });
}
