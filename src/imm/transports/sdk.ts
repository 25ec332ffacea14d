import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parametersOf, replyOf } from "../../contract/contract.ts";
import { sdkName } from "../../contract/names.ts";
import type { Action } from "../../contract/wire.ts";
import { abortable } from "../abortable.ts";
import { ImmError } from "../error.ts";
import type { ImmReply, Transport } from "../transport.ts";
import { wireRequest } from "../wire/request.ts";
import { failedBeforeSend } from "./connect-errors.ts";
import { credentialsFor, type CredentialSource } from "./credentials.ts";
import { hasCode, malformedReply, readDate, serviceError } from "./reply.ts";
import { readRetryAfter } from "./retry-after.ts";
import { rename, toSdk, toWire } from "./sdk-names.ts";
import { listenForHeads, nonceHeader, type Head } from "./sdk-response-heads.ts";

export interface SdkOptions {
  /** Where IMM answers: `https://imm.cn-shanghai.aliyuncs.com`. */
  endpoint: string;
  credentials: CredentialSource;
  /** The package, or the URL of a file that exports the same. */
  packageName?: string;
  /** How long a call may wait for its reply, in milliseconds. */
  timeout?: number;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

/** As much of `@alicloud/imm20200930` as a call needs. */
interface Sdk {
  default: new (config: object) => SdkClient;
  [requestClass: `${string}Request`]: new (params: object) => object;
}
type SdkClient = Record<string, (request: object, runtime: object) => Promise<SdkReply>>;
interface SdkReply {
  statusCode: number;
  headers?: Readonly<Record<string, string>>;
  body?: object | null;
}

/**
 * Calls IMM by the official SDK, an optional peer dependency. A call that is aborted is let go of, but runs on;
 * what the SDK's models don't know is dropped from a reply, and of an integer above 2^53 it keeps no more than
 * a double can. The SDK uses no proxy.
 *
 * @throws Error where the package isn't installed, saying what to install.
 */
export async function sdkTransport(options: SdkOptions): Promise<Transport> {
  const { endpoint, credentials, packageName = "@alicloud/imm20200930", timeout = 10_000 } = options;
  const { now = Date.now } = options;
  const sdk = load(packageName);
  const { protocol, host } = new URL(endpoint);
  const heads = listenForHeads();

  return {
    async send(call) {
      // Refuses text that isn't Unicode, of which the SDK would say no more than that a URI is malformed.
      wireRequest(call.action, call.params);
      const { accessKeyId, accessKeySecret, securityToken } = await credentialsFor(call, credentials);
      const client = new sdk.default({
        accessKeyId,
        accessKeySecret,
        ...(securityToken && { securityToken }),
        protocol: protocol.slice(0, -1),
        endpoint: host,
        // The runtime takes the connect timeout for the socket's idle limit too, so both must bear a slow reply.
        connectTimeout: timeout,
        readTimeout: timeout,
      });
      const Request = sdk[`${call.action}Request`]!;
      const method = `${sdkName(call.action)}WithOptions`;
      const nonce = `${randomUUID()}${randomUUID()}`.replaceAll("-", "");
      const runtime = { extendsParameters: { headers: { [nonceHeader]: nonce } } };
      heads.expect(nonce);
      try {
        const request = new Request(rename(call.params, parametersOf(call.action), toSdk));
        const reply = await abortable(client[method]!(request, runtime), call.signal);
        return readReply(call.action, reply, now);
      } catch (error) {
        if (call.signal?.aborted) throw call.signal.reason;
        throw toImmError(call.action, error, { head: heads.take(nonce), now });
      } finally {
        heads.take(nonce);
      }
    },
    [Symbol.asyncDispose]: async () => heads[Symbol.dispose](),
  };
}

function load(packageName: string): Sdk {
  // The SDK is CommonJS, of which loaders of ES modules each make something else.
  const require = createRequire(import.meta.url);
  try {
    return require(packageName.startsWith("file:") ? fileURLToPath(packageName) : packageName) as Sdk;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw cause;
    throw new Error(
      `IMM_TRANSPORT=sdk needs the package ${packageName}, which is not installed: run "npm install ${packageName}", or leave IMM_TRANSPORT at openapi.`,
      { cause },
    );
  }
}

function readReply(
  action: Action,
  { statusCode: status, headers = {}, body }: SdkReply,
  now: () => number,
): ImmReply {
  if (status < 200 || status >= 300 || typeof body !== "object" || body === null) {
    throw malformedReply(action, { status, retryAfterMs: readRetryAfter(headers, now) });
  }
  return {
    status,
    body: rename(body, replyOf(action), toWire),
    date: readDate(headers["date"]),
    isRounded: true,
  };
}

interface SdkError {
  name?: unknown;
  code?: unknown;
  statusCode?: unknown;
  data?: unknown;
}

function toImmError(
  action: Action,
  error: unknown,
  { head, now }: { head: Head | undefined; now: () => number },
): Error {
  if (error instanceof ImmError) return error;
  const retryAfterMs = head && readRetryAfter(head.headers, now);
  const { name, code, statusCode, data } = error as SdkError;
  const body = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  if (typeof statusCode === "number" && hasCode(body)) {
    return serviceError(action, { status: statusCode, body, retryAfterMs });
  }
  if (name === "RequestTimeoutError" || code === "ETIMEDOUT") {
    return new ImmError(action, "timeout", {
      message: `IMM did not answer ${action} in time.`,
      cause: error,
    });
  }
  if (typeof code === "string" && (failedBeforeSend(error) || /^E[A-Z]+$/.test(code))) {
    return new ImmError(action, "unreachable", {
      message: `The connection to IMM failed during ${action}.`,
      unsent: failedBeforeSend(error),
      cause: error,
    });
  }
  if (head) return malformedReply(action, { status: head.status, body, retryAfterMs, cause: error });
  if (typeof code === "string" && code.startsWith("HPE_")) {
    return new ImmError(action, "malformed", {
      message: `The answer to ${action} is not HTTP.`,
      cause: error,
    });
  }
  // There may have been a response, and IMM may have done it.
  return new ImmError(action, "unreachable", {
    message: `The answer to ${action} was lost in Alibaba's SDK.`,
    cause: error,
  });
}
