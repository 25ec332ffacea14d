import { isInBlock, readAddress, readBlock } from "../ram/address.ts";
import { hostnameOf, withoutBrackets } from "./url-host.ts";

/** Whether an address is among the hosts that `NO_PROXY` names. */
export function matchesNoProxy(url: URL, noProxy: string): boolean {
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  const host = withoutBrackets(url.hostname).replace(/\.$/, "");
  return entriesOf(noProxy).some((entry) => {
    const read = readEntry(entry);
    return read !== undefined && (read.port ?? port) === port && read.has(host);
  });
}

/** The entries of `NO_PROXY` that can't match any host. */
export function invalidNoProxyEntries(noProxy: string): readonly string[] {
  return entriesOf(noProxy).filter((entry) => readEntry(entry) === undefined);
}

interface NoProxyEntry {
  /** Undefined for every port. */
  readonly port: number | undefined;
  has(host: string): boolean;
}

const entriesOf = (noProxy: string) => noProxy.split(/[,\s]+/).filter(Boolean);

function readEntry(entry: string): NoProxyEntry | undefined {
  if (entry === "*") return { port: undefined, has: () => true };
  const block = readBlock(entry);
  if (block) {
    const has = (host: string) => {
      const address = readAddress(host);
      return address !== undefined && isInBlock(address, block);
    };
    return { port: undefined, has };
  }
  const [, written = "", digits] = /^(\[.+\]|[^:]+?)(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const name = nameOf(written);
  if (name === undefined) return undefined;
  const port = digits === undefined ? undefined : Number(digits);
  const address = readAddress(name);
  if (address !== undefined) return { port, has: (host) => readAddress(host) === address };
  return { port, has: (host) => host === name || host.endsWith(`.${name}`) };
}

/** A host as URLs write it, without the dots and stars that may stand around it. */
function nameOf(written: string): string | undefined {
  const bare = written.replace(/^\*?\.?/, "").replace(/\.$/, "");
  const hostname = /[%*]/.test(bare) ? undefined : hostnameOf(bare);
  return hostname === undefined ? undefined : withoutBrackets(hostname);
}
