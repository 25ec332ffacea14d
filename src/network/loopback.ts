import { isIPv6 } from "node:net";
import { isInBlock, readAddress, readBlock } from "../ram/address.ts";
import { withoutBrackets } from "./url-host.ts";

const localhost = /^(?:[a-z0-9_-]+\.)*localhost\.?$/i;
const ipv4 = readBlock("127.0.0.0/8")!;
const ipv6 = readAddress("::1")!;
const unspecified = [readAddress("0.0.0.0")!, readAddress("::")!];

/** Whether a name or an address is this machine's by itself, whatever a resolver says. */
export function isLoopback(host: string): boolean {
  if (localhost.test(host)) return true;
  const address = readAddress(host);
  return address !== undefined && (address === ipv6 || isInBlock(address, ipv4));
}

/** The same of a host as a URL or a `Host` header writes it: IPv6 in brackets, with a port or without. */
export function isLoopbackAuthority(authority: string): boolean {
  const [, bracketed = "", bare = ""] = /^(?:\[([^[\]]*)\]|([^:[\]]*))(?::\d*)?$/.exec(authority) ?? [];
  return isLoopback(isIPv6(bracketed) ? bracketed : bare);
}

/**
 * Whether requests to a URL's host stay on this machine: to loopback, or to the unspecified addresses, which the system
 * takes for it. (Listening at those is different: it lets other machines in.)
 */
export function isLocalDestination({ host, hostname }: URL): boolean {
  const address = readAddress(withoutBrackets(hostname));
  return isLoopbackAuthority(host) || (address !== undefined && unspecified.includes(address));
}
