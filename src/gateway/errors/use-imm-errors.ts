import { GraphQLError, Kind } from "graphql";
import type { Plugin } from "graphql-yoga";
import { ImmError, isCredentialCode } from "../../imm/error.ts";
import type { ClientDisconnect } from "../http/client-disconnect.ts";
import type { Logger } from "../logger.ts";
import { onOperation } from "../operations/on-operation.ts";
import { codeOf, fieldOf } from "./error-codes.ts";
import { failureLog } from "./failure-log.ts";

/** Translates what IMM refused, or how it failed, into GraphQL errors; whatever else was thrown is left to be masked. */
export function useImmErrors(logger: Logger): Plugin {
  const logFailures = failureLog(logger);

  return onOperation(({ contextValue }) => (result) => {
    const { errors } = result;
    if (!errors) return result;
    const { disconnect } = contextValue as { readonly disconnect: ClientDisconnect };
    const causes = errors.map(({ originalError }) => originalError);
    logFailures(causes.filter((cause) => cause instanceof ImmError));
    // A cancelled read is neither logged nor masked as a fault: the client is gone.
    const isCancelled = ({ originalError }: GraphQLError) =>
      disconnect.hasDisconnected &&
      (originalError === disconnect.reason || originalError?.name === "AbortError");
    return {
      ...result,
      errors: errors.map((error) => (isCancelled(error) ? cancelled(error) : translate(error))),
    };
  });
}

function translate(error: GraphQLError): GraphQLError {
  const cause = error.originalError;
  const { nodes = null, path = null } = error;
  if (isOfLeaf(error)) {
    return new GraphQLError(error.message, { nodes, path, extensions: { code: "UPSTREAM_ERROR" } });
  }
  if (!(cause instanceof ImmError)) return error;
  const code = codeOf(cause);
  const isOfInput = code === "BAD_USER_INPUT";
  const field = isOfInput ? { field: cause.place ?? placeOf(error, fieldOf(cause)) } : {};
  const whose = cause.permission ? { permission: cause.permission } : { imm: toImmExtension(cause) };
  const { retryAfterMs } = cause;
  const when = retryAfterMs === undefined ? {} : { retryAfterMs };
  const where = isOfInput && cause.place !== undefined ? `${cause.place}: ` : "";
  return new GraphQLError(`${where}${messageOf(cause)}`, {
    ...{ nodes, path },
    extensions: { code, ...when, ...field, ...whose },
  });
}

/** Whether a scalar refused what IMM answered: whatever else throws a GraphQLError gives it a code. */
function isOfLeaf({ originalError, nodes, path, extensions }: GraphQLError): boolean {
  const isGraphQLError = originalError === undefined || originalError instanceof GraphQLError;
  const isOfField = path !== undefined && nodes?.[0]?.kind === Kind.FIELD;
  return isGraphQLError && isOfField && extensions["code"] === undefined;
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
function placeOf({ nodes, path }: GraphQLError, name: string | undefined): string | undefined {
  const node = nodes?.[0];
  if (name === undefined || node?.kind !== Kind.FIELD) return name;
  const names = new Set(node.arguments?.map((argument) => argument.name.value));
  if (names.has("input")) return `input.${name}`;
  // Files that an operation names one by one are read together.
  if (name === "uris" && names.has("uri")) return "uri";
  const item = path?.at(-1);
  return names.has(name) && typeof item === "number" ? `${name}[${item}]` : name;
}

function toImmExtension({ action, code, httpStatus, requestId, recommend, denial }: ImmError) {
  return {
    ...{ action, code, httpStatus, requestId, recommend },
    authAction: denial?.AuthAction,
    noPermissionType: denial?.NoPermissionType,
    policyType: denial?.PolicyType,
  };
}
