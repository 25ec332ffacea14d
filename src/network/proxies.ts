import { isLocalDestination } from "./loopback.ts";
import { matchesNoProxy } from "./no-proxy.ts";

/** The proxies by which other machines are reached, as `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` say. */
export interface Proxies {
  /** The proxy of `https:` addresses: `http://proxy.example.com:3128`. */
  readonly https?: string | undefined;
  /** The proxy of `http:` addresses. */
  readonly http?: string | undefined;
  /**
   * The hosts that are reached without, separated by commas: names, which stand for their subdomains too, and
   * addresses, each with a port or without; blocks of addresses such as `10.0.0.0/8`; `*` for all.
   */
  readonly noProxy?: string | undefined;
}

/** Whether an address is reached without a proxy, whatever proxies there are. */
export function bypassesProxy(url: URL, noProxy = ""): boolean {
  return isLocalDestination(url) || matchesNoProxy(url, noProxy);
}

/** A proxy's address without its user name and password, for logs. */
export function withoutCredentials(proxy: string): string {
  const { protocol, host } = new URL(proxy);
  return `${protocol}//${host}`;
}
