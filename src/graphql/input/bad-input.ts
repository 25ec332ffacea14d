import { GraphQLError, type ASTNode } from "graphql";
import { truncate } from "../../text/truncate.ts";

/** An invalid value, as its sender needs to know it. */
export interface InvalidValue {
  /** Where it was: `input.datasetMaxBindCount`. Scalars don't know; `invalidValueAt` adds it. */
  field?: string;
  /** What was sent, as text. */
  sent?: string;
  /** What is allowed, as short as a range: `1..10`. */
  allowed?: string | undefined;
  /** What is wrong, as a sentence. */
  message: string;
  nodes?: ASTNode | undefined;
}

/** The error for an invalid value, before IMM is called. */
export function badInput({ field, sent, allowed, message, nodes }: InvalidValue): GraphQLError {
  const where = field === undefined ? "" : `${field}: `;
  const what = sent === undefined ? "" : ` Sent: ${truncate(sent)}.`;
  return new GraphQLError(`${where}${message}${what}`, {
    ...(nodes && { nodes }),
    extensions: {
      code: "BAD_USER_INPUT",
      ...(field !== undefined && { field }),
      ...(allowed !== undefined && { allowed }),
    },
  });
}

/** The error for a value that a scalar refused, with the field that it was in. */
export function invalidValueAt(
  place: { field: string; sent: string; expected: string; nodes?: ASTNode | undefined },
  error: unknown,
) {
  const { field, sent, expected, nodes } = place;
  if (error instanceof GraphQLError && error.extensions["code"] === "BAD_USER_INPUT") {
    return new GraphQLError(`${field}: ${error.message}`, {
      ...(nodes && { nodes }),
      extensions: { ...error.extensions, field },
    });
  }
  return badInput({
    field,
    sent,
    allowed: expected,
    message: `A value of type ${expected} is expected.`,
    nodes,
  });
}
