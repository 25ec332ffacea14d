import { hash } from "node:crypto";

/** Remembers which nonces have been used, each for as long as a request could be sent again. */
export interface Nonces {
  /** Marks a nonce as used; false where it was used before. */
  use(accessKeyId: string, nonce: string): boolean;
}

export function createNonces(options: { keptFor: bigint; now: () => bigint }): Nonces {
  const { keptFor, now } = options;
  const usedAt = new Map<string, bigint>();

  // The oldest come first: a Map keeps the order in which its members were added.
  const forget = (before: bigint) => {
    for (const [nonce, time] of usedAt) {
      if (time >= before) return;
      usedAt.delete(nonce);
    }
  };

  return {
    use(accessKeyId, nonce) {
      const time = now();
      forget(time - keptFor);
      // A nonce may be as long as the headers: what is kept of one has a size of its own.
      const key = hash("sha256", `${accessKeyId} ${nonce}`, "base64");
      if (usedAt.has(key)) return false;
      usedAt.set(key, time);
      return true;
    },
  };
}
