import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { StoreError } from "../store/database/store-error.ts";
import { jsonPieces } from "../write-json.ts";
import { type Call, readCall } from "./call.ts";
import { Fault } from "./fault.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  /** The body. */
  readonly pieces: readonly string[];
}

export interface ResponderOptions {
  /** The signal is aborted once nobody waits for the answer. */
  handle(call: Call, signal: AbortSignal): object | Promise<object>;
  onError?: ((error: unknown) => void) | undefined;
}

/** Makes the one place where replies and refusals become HTTP; undefined where nobody is left to answer. */
export function createResponder({ handle, onError }: ResponderOptions) {
  const toFault = (error: unknown) => {
    if (error instanceof Fault) return error;
    onError?.(error);
    if (error instanceof StoreError) return new Fault(503, "ServiceUnavailable", error.message);
    return new Fault(500, "InternalError", "The request processing has failed due to some unknown error.");
  };

  return async (request: IncomingMessage, signal: AbortSignal): Promise<Answer | undefined> => {
    const RequestId = randomUUID().toUpperCase();
    try {
      const body = await handle(await readCall(request), signal);
      return answer(200, { RequestId, ...body });
    } catch (error) {
      if (signal.aborted || (request.destroyed && !request.complete)) return undefined;
      const fault = toFault(error);
      return answer(fault.status, { RequestId, HostId: request.headers.host, ...describe(fault) });
    }
  };
}

function describe({ code, message, detail, recommend }: Fault): object {
  return {
    Code: code,
    Message: message,
    Recommend:
      recommend ?? `https://next.api.aliyun.com/troubleshoot?q=${encodeURIComponent(code)}&product=imm`,
    ...(detail && { AccessDeniedDetail: detail }),
  };
}

function answer(status: number, body: { RequestId: string; [member: string]: unknown }): Answer {
  const pieces = jsonPieces(body);
  const headers = {
    "content-type": "application/json;charset=utf-8",
    "content-length": pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0),
    "x-acs-request-id": body.RequestId,
  };
  return { status, headers, pieces };
}
