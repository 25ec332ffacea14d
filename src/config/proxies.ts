import { isLocalDestination } from "../network/loopback.ts";
import { invalidNoProxyEntries } from "../network/no-proxy.ts";
import { bypassesProxy, type Proxies } from "../network/proxies.ts";
import type { BackendConfig } from "./backend.ts";
import type { CallersConfig } from "./callers.ts";
import { anything, redacted, type Reader, type Rule } from "./reader.ts";

/**
 * Reads the proxies by which other machines are reached: the usual variables, in lower case first. Undefined if there
 * are none, or no other machine is called. What no call needs may hold anything.
 */
export function readProxies(
  reader: Reader,
  { backend, transport, authentication }: BackendConfig & Pick<CallersConfig, "authentication">,
): Proxies | undefined {
  const isCloud = backend.kind === "cloud";
  const bySdk = isCloud && transport === "sdk";
  const targets = [
    ...(isCloud && !bySdk ? [backend.endpoint] : []),
    // Which may be a file's name.
    ...(authentication.kind === "jwt" ? [authentication.jwks] : []),
  ];
  const addresses = targets.filter((target) => URL.canParse(target)).map((target) => new URL(target));
  const others = addresses.filter((url) => /^https?:$/.test(url.protocol) && !isLocalDestination(url));
  const noProxyName = nameOf(reader, "NO_PROXY");
  const noProxy = reader.text(noProxyName, "") || undefined;
  const read = (variable: string, protocol: string) => {
    const isUsed = others.some((url) => url.protocol === protocol && !bypassesProxy(url, noProxy));
    const name = nameOf(reader, variable);
    const value = reader.text(name, "", isUsed ? proxyRule : anything);
    return value !== "" && proxyRule.isValid(value) ? withScheme(value) : undefined;
  };
  const https = read("HTTPS_PROXY", "https:");
  const http = read("HTTP_PROXY", "http:");
  if ((others.length === 0 && !bySdk) || (https === undefined && http === undefined)) return undefined;
  for (const entry of invalidNoProxyEntries(noProxy ?? "")) {
    reader.warn(
      noProxyName,
      `${redacted(entry)} has no effect: write a host name, an address, or a block such as 10.0.0.0/8, without a scheme.`,
    );
  }
  if (bySdk) {
    reader.warn(
      "proxies",
      "Alibaba's SDK doesn't support proxies, so IMM is called directly; set IMM_TRANSPORT=openapi to use them.",
    );
  }
  return { https, http, noProxy };
}

/** The variable that takes effect. */
function nameOf(reader: Reader, variable: string): string {
  const lower = variable.toLowerCase();
  return reader.text(lower, "") === "" ? variable : lower;
}

const proxyRule: Rule = {
  allowed: "the address of an HTTP proxy such as http://proxy.example.com:3128",
  isSecret: true,
  isValid: (value) => value === "" || isProxyUrl(withScheme(value)),
};

// As curl reads it.
function withScheme(value: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}

function isProxyUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username, password } = new URL(value);
  const isAddress = /^https?:$/.test(protocol) && pathname === "/" && search === "" && hash === "";
  return isAddress && isDecodable(username) && isDecodable(password);
}

function isDecodable(text: string): boolean {
  try {
    // Its result is used: a call without one is taken out by the bundler, its error with it.
    return typeof decodeURIComponent(text) === "string";
  } catch {
    return false;
  }
}
