import type { DocumentNode, ExecutionArgs } from "graphql";
import type { Plugin } from "graphql-yoga";
import { errorResponse } from "../errors/error-response.ts";
import { accepts } from "../http/use-accept.ts";
import type { ServerContext } from "../server-context.ts";
import { rootCondition } from "./root-condition.ts";
import { conditional, notAcceptable } from "./stream-errors.ts";
import type { createSubscribe } from "./subscribe.ts";

/**
 * Opens the streams of subscriptions. A client that takes no stream is told what to accept: Yoga's answer to it has no
 * body.
 */
export function useSubscriptions(
  subscribe: ReturnType<typeof createSubscribe>,
): Plugin<object, ServerContext> {
  const refused = new WeakSet<Request>();

  return {
    onValidate({ params, setResult }) {
      const condition = rootCondition(params.documentAST as DocumentNode);
      if (condition) setResult([conditional(condition)]);
    },
    onSubscribe({ setSubscribeFn }) {
      setSubscribeFn((args: ExecutionArgs) => {
        const { request } = args.contextValue as { request: Request };
        if (accepts("text/event-stream", request)) return subscribe(args);
        refused.add(request);
        return { errors: [] };
      });
    },
    onResultProcess({ request, setResultProcessor }) {
      if (!refused.has(request)) return;
      setResultProcessor((_result, fetchAPI) => errorResponse(fetchAPI, notAcceptable), "application/json");
    },
  };
}
