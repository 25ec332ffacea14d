import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { elementType, modelOf, parametersOf, replyOf, type Field, type Model } from "../contract/contract.ts";
import type { Action } from "../contract/wire.ts";
import { ImmError } from "./error.ts";
import { readDate, refusal } from "./reply.ts";
import { wireRequest } from "./request.ts";
import { credentialsFor, type CredentialSource } from "./transport-credentials.ts";
import type { ImmCall, ImmReply, Transport } from "./transport.ts";
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
 * a double can.
 *
 * @throws Error where the package isn't installed, saying what to install.
 */
export async function sdkTransport(options: SdkOptions): Promise<Transport> {
  const { endpoint, credentials, packageName = "@alicloud/imm20200930", timeout = 10_000 } = options;
  const sdk = load(packageName);
  const { protocol, host } = new URL(endpoint);

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
      try {
        const request = new Request(rename(call.params, parametersOf(call.action), toSdk));
        return readReply(call, await unlessAborted(client[method]!(request, {}), call.signal));
      } catch (error) {
        throw call.signal?.aborted ? call.signal.reason : failure(call.action, error);
      }
    },
    [Symbol.asyncDispose]: async () => {},
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

const toSdk = (wireName: string) => ({ from: wireName, to: sdkName(wireName) });
const toWireName = (wireName: string) => ({ from: sdkName(wireName), to: wireName });

function rename(value: object, fields: Model, direction: typeof toSdk): Record<string, unknown> {
  const members = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(fields).flatMap(([wireName, field]) => {
      const { from, to } = direction(wireName);
      const member = members[from];
      return member === undefined || member === null ? [] : [[to, renameMember(member, field, direction)]];
    }),
  );
}

function renameMember(member: unknown, field: Field, direction: typeof toSdk): unknown {
  if (Array.isArray(member)) return member.map((each) => renameMember(each, field, direction));
  const inner = modelOf(field);
  if (inner) return rename(member as object, inner, direction);
  return elementType(field) === "int64" ? writable(member) : member;
}

/** An integer as the SDK can write it: a number where that holds it, else decimal text. */
function writable(integer: unknown): unknown {
  if (typeof integer === "number") return integer;
  const number = Number(integer);
  return Number.isSafeInteger(number) && String(number) === String(integer) ? number : String(integer);
}

function readReply({ action }: ImmCall, { statusCode, headers, body }: SdkReply): ImmReply {
  if (statusCode < 200 || statusCode >= 300 || typeof body !== "object" || body === null) {
    throw malformed(action, statusCode);
  }
  return {
    status: statusCode,
    body: rename(body, replyOf(action), toWireName),
    date: readDate(headers?.["date"]),
  };
}

interface SdkError {
  name?: unknown;
  code?: unknown;
  statusCode?: unknown;
  retryAfter?: unknown;
  data?: unknown;
}

function failure(action: Action, error: unknown): Error {
  if (error instanceof ImmError) return error;
  const { name, code, statusCode, retryAfter, data } = error as SdkError;
  const status = typeof statusCode === "number" ? statusCode : undefined;
  const body = typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
  if (status !== undefined && typeof body["Code"] === "string" && body["Code"] !== "") {
    const retryAfterMs = typeof retryAfter === "number" ? retryAfter : undefined;
    return refusal(action, { status, body, retryAfterMs });
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
  return malformed(action, status, error);
}

function malformed(action: Action, httpStatus: number | undefined, cause?: unknown): ImmError {
  return new ImmError(action, "malformed", {
    message: `The answer to ${action} is not one of IMM's.`,
    httpStatus,
    cause,
  });
}
