import type { Config } from "./config.ts";
import { withoutCredentials, type Proxies } from "./network/proxies.ts";

/** What protects a gateway with these settings, a line for each, with the setting that changes it. */
export function securitySummary(config: Config): string[] {
  return [
    config.profile === "production"
      ? "profile: production, which shows nothing unless asked (NODE_ENV=production)"
      : "profile: development, which shows more than production does (NODE_ENV is not production)",
    `callers: ${callers(config)}`,
    config.policiesFile === undefined
      ? "permissions: every caller may do everything (IMM_POLICIES is not set)"
      : `permissions: by the RAM policies of ${config.policiesFile} (IMM_POLICIES)`,
    config.rateLimit === undefined
      ? "rate: not limited (IMM_RATE_LIMIT=off)"
      : `rate: ${config.rateLimit.requests} requests of a caller in ${config.rateLimit.seconds} s, counted by this process alone (IMM_RATE_LIMIT)`,
    `pace: ${config.callsPerSecond} calls of a project in a second by this process, ${config.deadlineMs} ms for all calls of a request (IMM_PROJECT_QPS, IMM_DEADLINE_MS)`,
    `size of a request: ${Object.entries(config.limits)
      .map(([name, limit]) => `${name} ${limit}`)
      .join(", ")} (IMM_MAX_*)`,
    `other origins: ${config.corsOrigins.join(", ") || "none"} (IMM_CORS_ORIGINS); what a page can send unasked is refused`,
    config.trustedDocumentsFile === undefined
      ? "operations: any (IMM_TRUSTED_DOCUMENTS is not set)"
      : `operations: those of ${config.trustedDocumentsFile} alone (IMM_TRUSTED_DOCUMENTS)`,
    `shown: ${shown(config)} (IMM_INTROSPECTION, IMM_SUGGESTIONS, IMM_EXPLORER, IMM_TRACE_CALLS)`,
    `addresses of clients: ${config.trustedProxies.length === 0 ? "of their connections" : `as ${config.trustedProxies.join(", ")} forward them`} (IMM_TRUSTED_PROXIES)`,
    ...(config.proxies ? [`proxies: ${proxies(config.proxies)}`] : []),
  ];
}

function callers({ authentication }: Config): string {
  switch (authentication.kind) {
    case "none":
      return "anybody, by this machine's loopback names alone (IMM_AUTH=none)";
    case "jwt":
      return `by a JWT of ${authentication.issuer} for ${authentication.audience.join(" or ")} (IMM_AUTH=jwt)`;
    case "token":
      return `by a token of ${authentication.file} (IMM_AUTH=token)`;
  }
}

function shown({ introspection, suggestions, explorer, traceCalls }: Config): string {
  const parts = { introspection, suggestions, explorer, calls: traceCalls };
  const on = Object.entries(parts).flatMap(([name, isOn]) => (isOn ? [name] : []));
  return on.join(", ") || "nothing of the graph and its calls";
}

/** Without their passwords. */
function proxies({ https, http, noProxy = "" }: Proxies): string {
  const parts = [
    https && `${withoutCredentials(https)} for https (HTTPS_PROXY)`,
    http && `${withoutCredentials(http)} for http (HTTP_PROXY)`,
    `none for this machine${noProxy && ` and for ${noProxy}`} (NO_PROXY)`,
  ];
  return `${parts.filter(Boolean).join(", ")}; Alibaba's credentials library doesn't support proxies`;
}
