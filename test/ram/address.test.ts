import { BlockList } from "node:net";
import { assert, integer, ipV4, ipV6, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { isInBlock, readAddress, readBlock } from "../../src/ram/address.ts";

const isIn = (block: string, address: string) => isInBlock(readAddress(address)!, readBlock(block)!);

/** Flips one bit of an address, counted from the left. */
function flip(address: string, bit: number): string {
  const bits = (readAddress(address)! ^ (1n << BigInt(127 - bit))).toString(16).padStart(32, "0");
  return bits.match(/.{4}/g)!.join(":");
}

describe("a block of addresses", () => {
  it("is of the addresses that Node finds in it", () => {
    const parts = [
      { type: "ipv4", address: ipV4(), width: 32 },
      { type: "ipv6", address: ipV6(), width: 128 },
    ] as const;

    for (const { type, address, width } of parts) {
      assert(
        property(address, address, integer({ min: 1, max: width }), (base, other, length) => {
          const list = new BlockList();
          list.addSubnet(base, length, type);

          expect(isIn(`${base}/${length}`, base)).toBe(true);
          expect(isIn(`${base}/${length}`, other)).toBe(list.check(other, type));
        }),
      );
    }
  });

  it("ends at its prefix, to the bit", () => {
    const prefix = integer({ min: 1, max: 127 });

    assert(
      property(prefix, (length) => {
        const base = "2001:db8:85a3::8a2e:370:7334";

        expect(isIn(`${base}/${length}`, flip(base, length))).toBe(true);
        expect(isIn(`${base}/${length}`, flip(base, length - 1))).toBe(false);
      }),
    );
  });
});

describe("an address", () => {
  it.each([
    ["::", 0n],
    ["::1", 1n],
    ["1::", 1n << 112n],
    ["1:2:3:4:5:6:7:8", 0x0001_0002_0003_0004_0005_0006_0007_0008n],
    ["1:2:3:4:5:6:7::", 0x0001_0002_0003_0004_0005_0006_0007_0000n],
    ["::FFFF:1.2.3.4", 0xffff_0102_0304n],
    ["1.2.3.4", 0xffff_0102_0304n],
    ["64:ff9b::255.0.0.255", 0x0064_ff9b_0000_0000_0000_0000_ff00_00ffn],
    ["1.2.3", undefined],
    ["1.2.3.4/32", undefined],
    ["fe80::1%eth0", undefined],
    ["", undefined],
  ])("%s is read as %s", (text, bits) => {
    expect(readAddress(text)).toBe(bits);
  });
});
