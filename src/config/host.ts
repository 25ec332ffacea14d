import { isIPv4, isIPv6 } from "node:net";
import { isLoopback } from "../network/loopback.ts";
import { hostnameOf, withoutBrackets } from "../network/url-host.ts";
import { readAddress } from "../ram/address.ts";
import { redacted, type Reader, type Rule } from "./reader.ts";

const fallback = "127.0.0.1";

/** Reads where the gateway listens, as Node takes it: IPv6 without brackets. */
export function readHost(reader: Reader): string {
  const host = reader.text("HOST", fallback, hostRule);
  const address = withoutBrackets(host);
  if (isIPv6(address)) return plain(address);
  const name = nameOf(host);
  if (name === undefined) return fallback;
  if (!isIPv4(name)) return isLoopback(name) ? "localhost" : host;
  if (name === host) return host;
  reader.addProblem(
    "HOST",
    `${redacted(host)} is ${name} to some programs and another address to others: write four decimal numbers, such as ${name}.`,
  );
  return fallback;
}

const hostRule: Rule = {
  allowed: "an address or a host name such as 127.0.0.1, ::1 or localhost, without a scheme, port or path",
  isValid: (value) => isIPv6(withoutBrackets(value)) || nameOf(value) !== undefined,
};

/** A host as a URL has it: IPv4 in four decimal numbers. Undefined where it is none, or has something beside it. */
function nameOf(host: string): string | undefined {
  return /[:%[\]]/.test(host) ? undefined : hostnameOf(host);
}

function plain(ipv6: string): string {
  const [address = ""] = ipv6.split("%");
  const bits = readAddress(address)!;
  const isIPv4Within = bits >> 32n === 0xffffn;
  if (isIPv4Within) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 0xffn).join(".");
  return isLoopback(address) ? address : ipv6;
}
