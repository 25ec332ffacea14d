import type { Proxies } from "../proxies.ts";
import { anything, type Reader, type Rule } from "./reader.ts";

/**
 * Reads the proxies by which other machines are reached: the usual variables, in lower case first. Undefined if there
 * are none, or no other machine is called, so that what they hold doesn't matter.
 */
export function readProxies(reader: Reader, { isUsed }: { isUsed: boolean }): Proxies | undefined {
  const read = (name: string, rule: Rule) =>
    [name.toLowerCase(), name].map((one) => reader.text(one, "", isUsed ? rule : anything)).find(Boolean);
  const https = read("HTTPS_PROXY", aProxy);
  const http = read("HTTP_PROXY", aProxy);
  const except = read("NO_PROXY", anything);
  if (!isUsed || (https === undefined && http === undefined)) return undefined;
  return { https: https && withScheme(https), http: http && withScheme(http), except };
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
