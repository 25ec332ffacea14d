import { Trace } from "@apollo/usage-reporting-protobuf";
import { useApolloInstrumentation } from "@graphql-yoga/plugin-apollo-inline-trace";
import { GraphQLError, type ExecutionResult } from "graphql";
import type { Plugin } from "graphql-yoga";
import type { Logger } from "../logger.ts";

type Instrumentation = Parameters<NonNullable<Plugin["onExecutionResult"]>>[0];

/**
 * Gives a router that asks by `apollo-federation-include-trace: ftv1` Apollo's trace of a request, in
 * `extensions.ftv1`. The plugin whose instrumentation this uses fails a request with a large trace, and one where a
 * field failed before its resolver was called. Here the answer stands, whatever goes wrong with its trace.
 */
export function useInlineTrace(logger: Logger): Plugin {
  const [{ onExecutionResult: finish, ...instrumentation }, requests] = useApolloInstrumentation({
    ignoreRequest: ({ headers }) => headers.get("apollo-federation-include-trace") !== "ftv1",
  });

  function addTrace(payload: Instrumentation): void {
    const { request, context, result, setResult } = payload;
    const traced = requests.get(request)?.traces.get(context as never);
    if (!traced || !result || Symbol.asyncIterator in result) return;
    const { errors, extensions, ...rest } = result as ExecutionResult;
    const located = errors?.map((error) => (isKnown(error, traced.nodes) ? error : withoutPath(error)));
    void finish?.({ ...payload, result: located ? { ...result, errors: located } : result });
    const ftv1 = Buffer.from(Trace.encode(traced.trace).finish()).toString("base64");
    setResult({ ...rest, ...(errors && { errors }), extensions: { ...extensions, ftv1 } });
  }

  return {
    onPluginInit: ({ addPlugin }) => addPlugin(instrumentation),
    onExecutionResult(payload) {
      try {
        addTrace(payload);
      } catch (error) {
        logger.error(error);
      }
    },
  };
}

// Of a root field whose arguments couldn't be read the trace knows nothing.
function isKnown({ path }: GraphQLError, nodes: ReadonlyMap<string, unknown>): boolean {
  return path === undefined || nodes.has(String(path[0]));
}

function withoutPath({ message, nodes, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { ...(nodes && { nodes }), extensions });
}
