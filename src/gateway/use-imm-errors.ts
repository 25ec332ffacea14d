import { GraphQLError, type ExecutionResult } from "graphql";
import type { Plugin, YogaLogger } from "graphql-yoga";
import { ImmError } from "../imm/error.ts";
import { codeOf, isCredentialCode } from "./error-codes.ts";

/** Translates what IMM refused, or how it failed, into GraphQL errors; whatever else was thrown is left to be masked. */
export function useImmErrors(logger: YogaLogger): Plugin {
  const translate = (error: GraphQLError) => {
    const cause = error.originalError;
    if (!(cause instanceof ImmError)) return error;
    const code = codeOf(cause);
    if (code.startsWith("UPSTREAM_")) {
      logger.error(
        { code, failure: cause.failure, imm: told(cause) },
        `${cause.action} failed: ${messageOf(cause)}`,
      );
    }
    const { nodes = null, path = null } = error;
    return new GraphQLError(messageOf(cause), { nodes, path, extensions: { code, imm: told(cause) } });
  };
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        const { errors, ...rest } = result as ExecutionResult;
        if (errors) setResult({ ...rest, errors: errors.map(translate) });
      },
    }),
  };
}

function messageOf(error: ImmError): string {
  // IMM's own sentence carries the string to sign.
  return isCredentialCode(error.code) ? "IMM refused the gateway's own credentials." : error.message;
}

function told({ action, code, httpStatus, requestId, recommend, retryAfterMs, denial }: ImmError) {
  return {
    ...{ action, code, httpStatus, requestId, recommend, retryAfterMs },
    authAction: denial?.AuthAction,
    noPermissionType: denial?.NoPermissionType,
    policyType: denial?.PolicyType,
  };
}
