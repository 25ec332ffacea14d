import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { elementType, modelOf, parametersOf, replyOf, type Field, type Model } from "../contract/contract.ts";
import type { Action } from "../contract/wire.ts";
import { asDouble } from "./as-double.ts";
import { ImmError } from "./error.ts";
import { notImms, readDate, refusal } from "./reply.ts";
import { wireRequest } from "./request.ts";
import { readRetryAfter } from "./retry-after.ts";
import { credentialsFor, type CredentialSource } from "./transport-credentials.ts";
import { listenForHeads, nonceHeader, type Head } from "./transport-sdk-heads.ts";
import type { ImmReply, Transport } from "./transport.ts";
import { unlessAborted } from "./unless-aborted.ts";
import { isUnsent } from "./unsent.ts";

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
        const reply = await unlessAborted(client[method]!(request, runtime), call.signal);
        return readReply(call.action, reply, now);
      } catch (error) {
        if (call.signal?.aborted) throw call.signal.reason;
        throw failure(call.action, error, { head: heads.take(nonce), now });
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

/** The SDK's name of a parameter or field: its first letter in lower case, unless it begins with two capitals. */
function sdkName(wireName: string): string {
  return /^[A-Z]{2}/.test(wireName) ? wireName : wireName.charAt(0).toLowerCase() + wireName.slice(1);
}

/** One way between IMM's names and the SDK's, and what becomes of an integer on it. */
interface Direction {
  names(wireName: string): { from: string; to: string };
  integer(value: unknown): unknown;
}

const toSdk: Direction = {
  names: (wireName) => ({ from: wireName, to: sdkName(wireName) }),
  integer: writable,
};

const toWire: Direction = {
  names: (wireName) => ({ from: sdkName(wireName), to: wireName }),
  integer: (value) => (typeof value === "number" ? asDouble(value) : value),
};

function rename(value: object, fields: Model, direction: Direction): Record<string, unknown> {
  const members = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([wireName, field]) => {
      const { from, to } = direction.names(wireName);
      const member = members[from];
      return member === undefined || member === null ? [] : [[to, renameMember(member, field, direction)]];
    }),
  );
}

function renameMember(member: unknown, field: Field, direction: Direction): unknown {
  if (Array.isArray(member)) return member.map((each) => renameMember(each, field, direction));
  const inner = modelOf(field);
  if (inner) return rename(member as object, inner, direction);
  return elementType(field) === "int64" ? direction.integer(member) : member;
}

/** An integer as the SDK can write it: a number where that holds it, else decimal text. */
function writable(integer: unknown): unknown {
  if (typeof integer === "number") return integer;
  const number = Number(integer);
  return Number.isSafeInteger(number) && String(number) === String(integer) ? number : String(integer);
}

function readReply(
  action: Action,
  { statusCode: status, headers = {}, body }: SdkReply,
  now: () => number,
): ImmReply {
  if (status < 200 || status >= 300 || typeof body !== "object" || body === null) {
    throw notImms(action, { status, retryAfterMs: readRetryAfter(headers, now) });
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

function failure(
  action: Action,
  error: unknown,
  { head, now }: { head: Head | undefined; now: () => number },
): Error {
  if (error instanceof ImmError) return error;
  const retryAfterMs = head && readRetryAfter(head.headers, now);
  const { name, code, statusCode, data } = error as SdkError;
  const body = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  if (typeof statusCode === "number" && typeof body["Code"] === "string" && body["Code"] !== "") {
    return refusal(action, { status: statusCode, body, retryAfterMs });
  }
  if (name === "RequestTimeoutError" || code === "ETIMEDOUT") {
    return new ImmError(action, "timeout", {
      message: `IMM did not answer ${action} in time.`,
      cause: error,
    });
  }
  if (typeof code === "string" && (isUnsent(error) || /^E[A-Z]+$/.test(code))) {
    return new ImmError(action, "unreachable", {
      message: `The connection to IMM failed during ${action}.`,
      unsent: isUnsent(error),
      cause: error,
    });
  }
  const requestId = typeof body["RequestId"] === "string" ? body["RequestId"] : undefined;
  if (head) return notImms(action, { status: head.status, requestId, retryAfterMs, cause: error });
  if (typeof code === "string" && code.startsWith("HPE_")) {
    return new ImmError(action, "malformed", {
      message: `The answer to ${action} is not HTTP.`,
      cause: error,
    });
  }
  // Nobody knows what the answer was, or whether there was one: IMM may have done it.
  return new ImmError(action, "unreachable", {
    message: `The answer to ${action} was lost in Alibaba's SDK.`,
    cause: error,
  });
}
