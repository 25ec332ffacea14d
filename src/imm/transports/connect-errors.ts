import { ProxyError } from "../../network/dispatcher.ts";

// Only a failed handshake of TCP or TLS has these codes, or a closed pool, which lets calls in flight end first.
const connectCodes = new Set([
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EAI_FAIL",
  "ENOTFOUND",
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UND_ERR_CLOSED",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_DESTROYED",
]);

/** Whether an error means that no connection was made, so that nothing was sent. */
export function failedBeforeSend(error: unknown): true | undefined {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  const isByProxy = error instanceof ProxyError;
  return isByProxy || connectCodes.has(String(code)) || syscall === "connect" || undefined;
}
