import { GraphQLError, Kind, type ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import { ImmError } from "../imm/error.ts";
import { codeOf, fieldOf, isCredentialCode } from "./error-codes.ts";
import type { Logger } from "./logger.ts";

/** Translates what IMM refused, or how it failed, into GraphQL errors; whatever else was thrown is left to be masked. */
export function useImmErrors(logger: Logger): Plugin<{ readonly leaving: AbortSignal }> {
  const translate = (error: GraphQLError) => {
    const cause = error.originalError;
    if (!(cause instanceof ImmError)) return error;
    const { nodes = null, path = null } = error;
    const code = codeOf(cause);
    const message = messageOf(cause);
    if (code.startsWith("UPSTREAM_")) {
      const { failure } = cause;
      // IMM's sentence may hold what it was sent, and its link has parameters: the caller has them, the log its code.
      const { recommend: _link, ...imm } = told(cause);
      logger.error(
        { code, failure, reason: reasonOf(cause), imm },
        failure === "refused" ? `${cause.action} failed.` : `${cause.action} failed: ${message}`,
      );
    }
    const field = code === "BAD_USER_INPUT" ? { field: placeOf(error, fieldOf(cause)) } : {};
    const whose = cause.permission ? { permission: cause.permission } : { imm: told(cause) };
    const { retryAfterMs } = cause;
    const when = retryAfterMs === undefined ? {} : { retryAfterMs };
    return new GraphQLError(message, { nodes, path, extensions: { code, ...when, ...field, ...whose } });
  };

  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        const { errors, ...rest } = result as ExecutionResult;
        if (!errors) return;
        // Nobody is left to be told that a read was cancelled, and it is no fault to log.
        setResult({ ...rest, errors: errors.map(args.contextValue.leaving.aborted ? cancelled : translate) });
      },
    }),
  };
}

/** What the wire said, such as ECONNRESET; of a write that was not settled, at its first try. */
function reasonOf({ cause }: ImmError): unknown {
  return cause instanceof ImmError ? reasonOf(cause) : (cause as { code?: unknown } | undefined)?.code;
}

function cancelled(error: GraphQLError): GraphQLError {
  const { nodes = null, path = null } = error;
  return new GraphQLError("The client left.", { nodes, path });
}

function messageOf(error: ImmError): string {
  // IMM's own sentence carries the string to sign.
  return isCredentialCode(error.code) ? "IMM refused the gateway's own credentials." : error.message;
}

/** Where a parameter that IMM refused stood in the operation. */
function placeOf({ nodes }: GraphQLError, name: string | undefined): string | undefined {
  const node = nodes?.[0];
  const hasInput =
    node?.kind === Kind.FIELD && node.arguments?.some((argument) => argument.name.value === "input");
  return name && hasInput ? `input.${name}` : name;
}

function told({ action, code, httpStatus, requestId, recommend, denial }: ImmError) {
  return {
    ...{ action, code, httpStatus, requestId, recommend },
    authAction: denial?.AuthAction,
    noPermissionType: denial?.NoPermissionType,
    policyType: denial?.PolicyType,
  };
}
