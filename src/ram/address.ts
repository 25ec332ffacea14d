import { isIPv4, isIPv6 } from "node:net";

/** A block of addresses: those whose bits, but the last `free` ones, are the block's. */
export interface AddressBlock {
  readonly prefix: bigint;
  readonly free: bigint;
}

/**
 * Reads an address as 128 bits; undefined where the text is none, or has a zone. IPv4 takes the place that
 * IPv6 keeps for it (::ffff:0:0/96), since one client is seen in either spelling, as the socket has it.
 */
export function readAddress(text: string): bigint | undefined {
  if (isIPv4(text)) return (0xffffn << 32n) | readOctets(text);
  if (!isIPv6(text) || text.includes("%")) return undefined;

  const [head = "", tail = ""] = text.replace(/[\d.]+\.\d+$/, asGroups).split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...zeros, ...right].reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}

/** Reads an address or a CIDR block; undefined where the text is neither. Bits behind the prefix are ignored. */
export function readBlock(text: string): AddressBlock | undefined {
  const [, address = "", length] = /^([^/]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
  const bits = readAddress(address);
  const width = isIPv4(address) ? 32 : 128;
  const free = width - Number(length ?? width);
  if (bits === undefined || free < 0) return undefined;
  return { prefix: bits >> BigInt(free), free: BigInt(free) };
}

/** Whether an address is one of the block's, IPv4 and IPv6 being apart. */
export function isInBlock(address: bigint, { prefix, free }: AddressBlock): boolean {
  // ::/0 means every IPv6 client, not every client.
  const isOtherFamily = free > 32n && address >> 32n === 0xffffn;
  return !isOtherFamily && address >> free === prefix;
}

function readOctets(text: string): bigint {
  return text.split(".").reduce((bits, octet) => (bits << 8n) | BigInt(octet), 0n);
}

/** The dotted end that an IPv6 address may have, as two groups of hexadecimal digits. */
function asGroups(dotted: string): string {
  const bits = readOctets(dotted);
  return `${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`;
}
