import { hash, randomUUID } from "node:crypto";
import { errors, type Dispatcher } from "undici";
import { contract } from "../../contract/contract.ts";
import { dispatcherFor, isProxyRefusal, ProxyError } from "../../network/dispatcher.ts";
import type { Proxies } from "../../network/proxies.ts";
import { ImmError } from "../error.ts";
import type { ImmCall, Transport } from "../transport.ts";
import { encode, wireRequest } from "../wire/request.ts";
import { failedBeforeSend } from "./connect-errors.ts";
import { credentialsFor, type Credentials, type CredentialSource } from "./credentials.ts";
import { exchange } from "./exchange.ts";
import { readReply } from "./reply.ts";
import { readRetryAfter } from "./retry-after.ts";
import { authorizationOf, canonicalQuery } from "./signature.ts";

/** How long the stages of a call may take, in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
}

export interface OpenapiOptions {
  /** Where IMM answers: `https://imm.cn-shanghai.aliyuncs.com`. */
  endpoint: string;
  credentials: CredentialSource;
  /** By which proxies IMM is reached. Default: none. */
  proxies?: Proxies | undefined;
  timeouts?: Timeouts;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

// A page of 200 datasets is 150 KB, 100 files with all that IMM finds in them a few MB.
const maxReplyBytes = 16 * 1024 * 1024;

/**
 * Calls IMM by HTTP, signed as the runtime does that Alibaba's SDKs are generated onto.
 * Numbers of 64 bits stay exact, no field is dropped, and a call can be cancelled.
 */
export function openapiTransport(options: OpenapiOptions): Transport {
  const { endpoint, credentials, proxies, now = Date.now } = options;
  const {
    connect: connectMs,
    headers: headersMs,
    body: bodyMs,
  } = options.timeouts ?? { connect: 3_000, headers: 10_000, body: 10_000 };
  const dispatcher = dispatcherFor(endpoint, {
    proxies,
    connectMs,
    headersMs,
    maxResponseSize: maxReplyBytes,
  });
  const { host, origin } = new URL(endpoint);

  return {
    async send(call) {
      const key = await credentialsFor(call, credentials);
      const signed = sign(call, { host, origin, now: now(), credentials: key });
      try {
        const { status, headers, bytes, date } = await exchange(dispatcher, signed, {
          signal: call.signal,
          bodyMs,
        });
        const retryAfterMs = readRetryAfter(headers, now);
        return readReply(call.action, { status, bytes, retryAfterMs, date });
      } catch (error) {
        throw call.signal?.aborted ? call.signal.reason : toImmError(call, error);
      }
    },
    [Symbol.asyncDispose]: () => dispatcher.close(),
  };
}

interface Signing {
  host: string;
  origin: string;
  now: number;
  credentials: Credentials;
}

function sign(
  { action, params }: ImmCall,
  { host, origin, now, credentials }: Signing,
): Dispatcher.DispatchOptions {
  const { query, form } = wireRequest(action, params);
  const search = canonicalQuery(query);
  const body = form && encode(form);
  const bodyHash = body === undefined ? hashOfNothing : hash("sha256", body);
  const { accessKeyId, securityToken, providerName } = credentials;
  const signed: Record<string, string> = {
    host,
    "x-acs-action": action,
    "x-acs-content-sha256": bodyHash,
    "x-acs-date": `${new Date(now).toISOString().slice(0, 19)}Z`,
    // Made of randomness that Node has at hand: asking the system for it each time takes ten times as long.
    "x-acs-signature-nonce": `${randomUUID()}${randomUUID()}`.replaceAll("-", ""),
    "x-acs-version": contract.version,
  };
  if (form) signed["content-type"] = "application/x-www-form-urlencoded";
  if (providerName) signed["x-acs-credentials-provider"] = providerName;
  if (securityToken) {
    signed["x-acs-accesskey-id"] = accessKeyId;
    signed["x-acs-security-token"] = securityToken;
  }
  return {
    origin,
    method: "POST",
    path: search ? `/?${search}` : "/",
    headers: {
      accept: "application/json",
      "user-agent": "imm-graphql",
      ...signed,
      authorization: authorizationOf({ query: search, headers: signed, bodyHash }, credentials),
    },
    body: body ?? null,
  };
}

const hashOfNothing = hash("sha256", "");

const timeoutCodes = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
  "PROXY_TIMEOUT",
]);

function toImmError({ action }: ImmCall, thrown: unknown): Error {
  if (thrown instanceof ImmError) return thrown;
  const error = isProxyRefusal(thrown) ? new ProxyError("PROXY_HTTP_407", thrown) : thrown;
  if (error instanceof errors.HTTPParserError || error instanceof errors.HeadersOverflowError) {
    return new ImmError(action, "malformed", {
      message: `The answer to ${action} is not HTTP.`,
      cause: error,
    });
  }
  const code = (error as { code?: unknown }).code;
  if (typeof code !== "string") return error as Error;
  if (timeoutCodes.has(code)) {
    return new ImmError(action, "timeout", {
      message: `${error instanceof ProxyError ? "The proxy" : "IMM"} did not answer ${action} in time.`,
      unsent: failedBeforeSend(error),
      cause: error,
    });
  }
  if (code === "UND_ERR_INVALID_ARG") {
    return new ImmError(action, "malformed", {
      message: `${action} could not be made: a name or a credential in it can't be sent.`,
      unsent: true,
      cause: error,
    });
  }
  if (code === "UND_ERR_RES_EXCEEDED_MAX_SIZE") {
    return new ImmError(action, "malformed", {
      message: `The answer to ${action} is larger than 16 MiB.`,
      cause: error,
    });
  }
  return new ImmError(action, "unreachable", {
    message: `The connection to ${error instanceof ProxyError ? "the proxy" : "IMM"} failed during ${action}.`,
    unsent: failedBeforeSend(error),
    cause: error,
  });
}
