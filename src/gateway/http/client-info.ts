import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import type { TLSSocket } from "node:tls";
import proxyAddr from "proxy-addr";
import type { Caller } from "../../imm/caller.ts";
import { readBlock } from "../../ram/address.ts";

/** What is known of a client by its connection and headers. */
export type ClientInfo = Pick<Caller, "isSecure" | "sourceIp" | "userAgent">;

const names = ["loopback", "linklocal", "uniquelocal"];

/**
 * Makes a function that reads who a request's client is. `X-Forwarded-*` headers count only from trusted proxies;
 * without a server's request (`gateway.fetch`) the address isn't known.
 *
 * @throws Error that names every proxy that can't be read.
 */
export function createClientInfoReader(
  trustedProxies: readonly string[],
): (request: Request, incoming: IncomingMessage | undefined) => ClientInfo {
  const isTrusted = trustOf(trustedProxies);

  return ({ headers }, incoming) => {
    const userAgent = headers.get("user-agent") ?? undefined;
    if (!incoming) return { isSecure: false, userAgent };
    const { encrypted = false, remoteAddress } = incoming.socket as Partial<TLSSocket>;
    const address = proxyAddr(incoming, isTrusted) as string | undefined;
    const isForwardedSecure =
      isTrusted(remoteAddress, 0) &&
      list(incoming.headers["x-forwarded-proto"]).every((scheme) => scheme.toLowerCase() === "https");
    return { sourceIp: address && plain(address), isSecure: encrypted || isForwardedSecure, userAgent };
  };
}

function trustOf(proxies: readonly string[]): (address: string | undefined, index: number) => boolean {
  const bad = proxies.filter((proxy) => !isProxy(proxy));
  if (bad.length > 0) {
    throw new Error(
      `Trusted proxies must be addresses, CIDR blocks of at least /1, or ${names.join(", ")}: not ${JSON.stringify(bad)}.`,
    );
  }
  const trusts = proxyAddr.compile([...proxies]);
  // It also takes 127.1 for an address. A Unix socket has none.
  return (address = "", index) => isIP(plain(address)) !== 0 && trusts(plain(address), index);
}

/** Whether a text says which proxies are trusted: an address, a CIDR block of at least /1, or a name of a range. */
export function isProxy(proxy: string): boolean {
  // The library reads "10/8" as 0.0.0.10/8.
  return names.includes(proxy) || (readBlock(proxy) !== undefined && !/\/0$/.test(proxy));
}

/** An address without the port that some proxies add, and IPv4 as such. */
function plain(address: string): string {
  const [, v6, v4] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(address.trim()) ?? [];
  return (v6 ?? v4 ?? address.trim()).replace(/^::ffff:(?=[\d.]+$)/i, "");
}

function list(header: string[] | string | undefined): string[] {
  return header === undefined
    ? [""]
    : [header]
        .flat()
        .join(",")
        .split(",")
        .map((part) => part.trim());
}
