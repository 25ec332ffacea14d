/** Draws by a seed: the same seed draws the same. */
export interface Draw {
  /** An integer of 0 to below `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  of<Value>(values: readonly Value[]): Value;
}

export function drawBy(seed: number): Draw {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    chance: (probability) => next() < probability,
    of: (values) => values[below(values.length)]!,
  };
}

/** A seed for a name, so that what is drawn for it doesn't depend on the order in which names are asked for. */
export function seedOf(seed: number, name: string): number {
  let hash = seed ^ 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash;
}
