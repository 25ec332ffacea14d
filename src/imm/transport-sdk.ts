import { elementType, isList, modelOf, parametersOf, replyOf, type Model } from "../contract/contract.ts";
import type { Action } from "../contract/wire.ts";
import { ImmError } from "./error.ts";
import { refusal } from "./reply.ts";
import type { CredentialSource } from "./transport-credentials.ts";
import type { ImmCall, ImmReply, Transport } from "./transport.ts";

export interface SdkOptions {
  /** Where IMM answers: `https://imm.cn-shanghai.aliyuncs.com`. */
  endpoint: string;
  credentials: CredentialSource;
  /** The package, or the URL of a file that exports the same. */
  packageName?: string;
}

/** As much of `@alicloud/imm20200930` as a call needs. */
interface Sdk {
  default: new (config: object) => SdkClient;
  [requestClass: `${string}Request`]: new (params: object) => object;
}
type SdkClient = Record<string, (request: object, runtime: object) => Promise<SdkReply>>;
interface SdkReply {
  statusCode: number;
  body?: object | null;
}

/**
 * Calls IMM by the official SDK, an optional peer dependency. A call can't be cancelled; what the SDK's
 * models don't know is dropped from a reply, and of an integer above 2^53 it keeps no more than a double can.
 *
 * @throws Error where the package isn't installed, saying what to install.
 */
export async function sdkTransport(options: SdkOptions): Promise<Transport> {
  const { endpoint, credentials, packageName = "@alicloud/imm20200930" } = options;
  const sdk = await load(packageName);
  const { protocol, host } = new URL(endpoint);

  return {
    async send(call) {
      const { accessKeyId, accessKeySecret, securityToken } = await credentials(call.action);
      const client = new sdk.default({
        accessKeyId,
        accessKeySecret,
        ...(securityToken && { securityToken }),
        protocol: protocol.slice(0, -1),
        endpoint: host,
        // The runtime takes the connect timeout for the socket's idle limit too, so both must bear a slow reply.
        connectTimeout: 10_000,
        readTimeout: 10_000,
      });
      const Request = sdk[`${call.action}Request`]!;
      const method = `${sdkName(call.action)}WithOptions`;
      try {
        const request = new Request(rename(call.params, parametersOf(call.action), toSdk));
        return readReply(call, await client[method]!(request, {}));
      } catch (error) {
        throw failure(call.action, error);
      }
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

async function load(packageName: string): Promise<Sdk> {
  try {
    // A CommonJS package with an ESM mark: its exports are behind `default`.
    const module = (await import(packageName)) as { default: Sdk };
    return module.default;
  } catch (cause) {
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
      if (member === undefined || member === null) return [];
      const inner = modelOf(field);
      if (!inner)
        return [[to, elementType(field) === "int64" && typeof member === "bigint" ? String(member) : member]];
      return [
        [
          to,
          isList(field)
            ? (member as object[]).map((each) => rename(each, inner, direction))
            : rename(member, inner, direction),
        ],
      ];
    }),
  );
}

function readReply({ action }: ImmCall, { statusCode, body }: SdkReply): ImmReply {
  if (statusCode < 200 || statusCode >= 300 || typeof body !== "object" || body === null) {
    throw malformed(action, statusCode);
  }
  return { status: statusCode, body: rename(body, replyOf(action), toWireName) };
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
  if (status !== undefined && typeof body["Code"] === "string") {
    const retryAfterMs = typeof retryAfter === "number" ? retryAfter : undefined;
    return refusal(action, { status, body, retryAfterMs });
  }
  if (name === "RequestTimeoutError" || code === "ETIMEDOUT") {
    return new ImmError(action, "timeout", {
      message: `IMM did not answer ${action} in time.`,
      cause: error,
    });
  }
  if (typeof code === "string" && /^E[A-Z]+$/.test(code)) {
    return new ImmError(action, "unreachable", {
      message: `The connection to IMM failed during ${action}.`,
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
