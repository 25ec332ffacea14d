/**
 * How many times the CPU time of one thing another takes. They run in turns, and the least of each counts: a collection of
 * garbage, or whatever else runs in this process, only adds. After five rounds a ratio below `enough` is taken as it is.
 */
export async function cpuRatio(
  unit: (round: number) => unknown,
  run: (round: number) => unknown,
  { rounds = 15, enough = 0 } = {},
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
    if (round >= 4 && least.run / least.unit < enough) break;
  }
  return least.run / least.unit;
}
