import sharp, { type Sharp } from "sharp";

const width = 320;
const height = 240;
const drawn = new Map<number, Buffer>();

/** A picture of shapes and light as a camera sees them, 320 × 240, another for each seed. */
export function photo(seed: number): Sharp {
  const pixels = drawn.get(seed) ?? draw(seed);
  drawn.set(seed, pixels);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

function draw(seed: number): Buffer {
  const random = randomOf(seed);
  const spots = Array.from({ length: 14 }, () => ({
    x: random() * 1.2 - 0.1,
    y: random() * 1.2 - 0.1,
    radius: 0.05 + random() * 0.3,
    colour: [random(), random(), random()].map((share) => share * 220 - 90),
  }));
  const values = new Float64Array(width * height * 3).fill(100);
  for (const { x, y, radius, colour } of spots) {
    for (let index = 0; index < width * height; index++) {
      const [left, top] = [(index % width) / width, Math.floor(index / width) / height];
      const distance = Math.hypot(left - x, top - y) / radius;
      if (distance >= 1) continue;
      for (const [channel, amount] of colour.entries()) {
        values[index * 3 + channel]! += amount * (1 - distance ** 4);
      }
    }
  }
  return Buffer.from(values.map((value) => Math.max(0, Math.min(255, value))));
}

/** A linear congruential generator, 0 to 1. */
function randomOf(seed: number): () => number {
  let state = seed + 1;
  return () => (state = (state * 48_271) % 0x7f_ff_ff_ff) / 0x7f_ff_ff_ff;
}
