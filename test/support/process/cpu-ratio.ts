/**
 * How many times the CPU time of one thing another takes. They run in turns, and the least of each counts: a collection of
 * garbage, or whatever else runs in this process, only adds.
 */
export async function cpuRatio(
  unit: (round: number) => unknown,
  run: (round: number) => unknown,
  { rounds = 15 } = {},
): Promise<number> {
  const least = { unit: Infinity, run: Infinity };
  const measure = async (what: keyof typeof least, work: () => unknown) => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least[what] = Math.min(least[what], user + system);
  };
  for (let round = 0; round < rounds; round += 1) {
    await measure("unit", () => unit(round));
    await measure("run", () => run(round));
  }
  return least.run / least.unit;
}
