/** Random numbers that are the same for the same seed. */
export interface Random {
  /** From 0 to 1, without 1. */
  number(): number;
  /** From 0 to a limit, without the limit. */
  below(limit: number): number;
  /** One of a list, each as likely as the others. */
  of<T>(list: readonly T[]): T;
  /** True so often, of once. */
  chance(share: number): boolean;
}

/** The generator sfc32, which the usual tests of randomness find nothing wrong with. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [0, seed | 0, 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first are much alike for seeds that are.
  for (let n = 0; n < 20; n++) next();
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    number: next,
    below,
    of: (list) => list[below(list.length)]!,
    chance: (share) => next() < share,
  };
}
