import { createHash } from "node:crypto";

/** Counts different values: exactly up to 100,000, and beyond that to about one in a hundred. */
export class DistinctValues {
  #values = new Set<string>();
  /** Hashes are spread evenly: how small the smallest ones are tells how many there are. */
  #hashes: Set<number> | undefined;
  #limit = hashRange;

  add(value: bigint | number | string): void {
    const text = String(value);
    if (this.#hashes) {
      this.#addHash(text);
    } else {
      this.#values.add(text);
      if (this.#values.size > mostExact) this.#estimate();
    }
  }

  get count(): number {
    if (!this.#hashes) return this.#values.size;
    return Math.round((this.#hashes.size * hashRange) / this.#limit);
  }

  #estimate(): void {
    this.#hashes = new Set();
    for (const text of this.#values) this.#addHash(text);
    this.#values.clear();
  }

  #addHash(text: string): void {
    const hash = createHash("sha1").update(text).digest().readUIntBE(0, 6);
    if (hash >= this.#limit) return;
    this.#hashes!.add(hash);
    if (this.#hashes!.size < 2 * keptHashes) return;
    const sorted = Float64Array.from(this.#hashes!).sort();
    this.#limit = sorted[keptHashes]!;
    this.#hashes = new Set(sorted.subarray(0, keptHashes));
  }
}

const mostExact = 100_000;
const keptHashes = 16_384;
const hashRange = 2 ** 48;
