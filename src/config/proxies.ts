import { leadsToThisMachine } from "../loopback.ts";
import { withoutEffect } from "../no-proxy.ts";
import { isReachedDirectly, type Proxies } from "../proxies.ts";
import { anything, shown, type Reader, type Rule } from "./reader.ts";

/** What the gateway calls. */
export interface Called {
  /** Addresses, and what may be a file's name. */
  readonly targets: readonly string[];
  /** Whether Alibaba's SDK calls IMM, by no proxy. */
  readonly bySdk: boolean;
}

/**
 * Reads the proxies by which other machines are reached: the usual variables, in lower case first. Undefined if there
 * are none, or no other machine is called. What no call needs may hold anything.
 */
export function readProxies(reader: Reader, { targets, bySdk }: Called): Proxies | undefined {
  const addresses = targets.filter((target) => URL.canParse(target)).map((target) => new URL(target));
  const others = addresses.filter((url) => /^https?:$/.test(url.protocol) && !leadsToThisMachine(url));
  const noProxy = nameOf(reader, "NO_PROXY");
  const except = reader.text(noProxy, "") || undefined;
  const read = (variable: string, protocol: string) => {
    const isUsed = others.some((url) => url.protocol === protocol && !isReachedDirectly(url, except));
    const name = nameOf(reader, variable);
    const value = reader.text(name, "", isUsed ? aProxy : anything);
    return value !== "" && aProxy.fits(value) ? withScheme(value) : undefined;
  };
  const https = read("HTTPS_PROXY", "https:");
  const http = read("HTTP_PROXY", "http:");
  if ((others.length === 0 && !bySdk) || (https === undefined && http === undefined)) return undefined;
  for (const entry of withoutEffect(except ?? "")) {
    reader.warn(
      noProxy,
      `${shown(entry)} has no effect: write a host name, an address, or a block such as 10.0.0.0/8, without a scheme.`,
    );
  }
  return { https, http, except };
}

/** The variable that takes effect. */
function nameOf(reader: Reader, variable: string): string {
  const lower = variable.toLowerCase();
  return reader.text(lower, "") === "" ? variable : lower;
}

const aProxy: Rule = {
  allowed: "the address of an HTTP proxy such as http://proxy.example.com:3128",
  isSecret: true,
  fits: (value) => value === "" || isProxy(withScheme(value)),
};

// As curl reads it.
function withScheme(value: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}

function isProxy(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username, password } = new URL(value);
  const isAddress = /^https?:$/.test(protocol) && pathname === "/" && search === "" && hash === "";
  return isAddress && isDecodable(username) && isDecodable(password);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
