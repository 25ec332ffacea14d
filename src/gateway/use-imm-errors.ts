import { GraphQLError, Kind, type ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import { cut } from "../graphql/bad-input.ts";
import { ImmError, isCredentialCode } from "../imm/error.ts";
import { codeOf, fieldOf } from "./error-codes.ts";
import type { Logger } from "./logger.ts";

/**
 * Translates what IMM refused, or how it failed, into GraphQL errors; whatever else was thrown is left to be masked.
 * What is IMM's fault, or the gateway's own, is logged: a line a request for each kind, since an outage shall not
 * multiply lines either.
 */
export function useImmErrors(logger: Logger): Plugin<{ readonly leaving: AbortSignal }> {
  const tellAll = (failures: readonly ImmError[]) => {
    const kinds = new Map<string, ImmError[]>();
    for (const failure of failures) {
      const kind = kindOf(failure);
      kinds.set(kind, [...(kinds.get(kind) ?? []), failure]);
    }
    for (const [first, ...others] of kinds.values()) {
      if (first) logger.error({ ...logged(first), times: others.length + 1 }, `${first.action} failed.`);
    }
  };

  return {
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        const { errors, ...rest } = result as ExecutionResult;
        if (!errors) return;
        const { leaving } = args.contextValue;
        const causes = errors.map(({ originalError }) => originalError);
        tellAll(causes.filter((cause) => cause instanceof ImmError).filter(isToBeLogged));
        // Nobody is left to be told that a read was cancelled, and it is no fault to log.
        const isCancelled = ({ originalError }: GraphQLError) =>
          leaving.aborted && (originalError === leaving.reason || originalError?.name === "AbortError");
        setResult({
          ...rest,
          errors: errors.map((error) => (isCancelled(error) ? cancelled(error) : translate(error))),
        });
      },
    }),
  };
}

function translate(error: GraphQLError): GraphQLError {
  const cause = error.originalError;
  if (!(cause instanceof ImmError)) return error;
  const { nodes = null, path = null } = error;
  const code = codeOf(cause);
  const field = code === "BAD_USER_INPUT" ? { field: placeOf(error, fieldOf(cause)) } : {};
  const whose = cause.permission ? { permission: cause.permission } : { imm: told(cause) };
  const { retryAfterMs } = cause;
  const when = retryAfterMs === undefined ? {} : { retryAfterMs };
  return new GraphQLError(messageOf(cause), {
    ...{ nodes, path },
    extensions: { code, ...when, ...field, ...whose },
  });
}

// Of an open breaker the log has one line, when it opened.
function isToBeLogged(error: ImmError): boolean {
  return codeOf(error).startsWith("UPSTREAM_") && error.failure !== "open";
}

function kindOf(error: ImmError): string {
  return JSON.stringify([
    error.action,
    codeOf(error),
    error.failure,
    error.code,
    error.lost,
    reasonOf(error),
  ]);
}

// IMM's sentence may hold what it was sent, and its link has parameters: the caller has them, the log its code.
function logged(error: ImmError) {
  const { failure, lost, action, httpStatus, code, requestId } = error;
  return {
    ...{ code: codeOf(error), failure, reason: reasonOf(error), lost },
    imm: { action, code: code && cut(code), httpStatus, requestId: requestId && cut(requestId) },
  };
}

/** What ended it: the wire, such as ECONNRESET, a deadline, or a stop; of a write that was not settled, its first try. */
function reasonOf({ cause, endedBy }: ImmError): unknown {
  if (cause instanceof ImmError) return reasonOf(cause);
  return endedBy ?? (cause as { code?: unknown } | undefined)?.code;
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
