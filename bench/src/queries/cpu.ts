/** The CPU of this process for one time that some work is done, in microseconds. */
export async function cpuOf(work: () => unknown, times = 1): Promise<number> {
  const before = process.cpuUsage();
  for (let n = 0; n < times; n++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

/** How often to do what takes so many microseconds, to fill so many milliseconds. */
export const timesIn = (ms: number, cpu: number) => Math.max(1, Math.ceil((ms * 1_000) / Math.max(cpu, 1)));
