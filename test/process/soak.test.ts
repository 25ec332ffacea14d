import { expect, it } from "vitest";
import { countByWord } from "../support/lists.ts";
import { stopSeenMs } from "../support/process/process.ts";
import { isLost, isThrottled } from "../support/soak/chaos-upstream.ts";
import type { SoakResponse } from "../support/soak/client.ts";
import { groupArrivals, violations } from "../support/soak/invariants.ts";
import {
  before,
  chaosProjects,
  deadlineMs,
  healthyProject,
  perSecond,
  startSoak,
} from "../support/soak/soak.ts";

const soakMs = 6_000;

const codes = new Set(["CONFLICT", "NOT_FOUND", "THROTTLED", "UPSTREAM_TIMEOUT", "UPSTREAM_UNAVAILABLE"]);
const isDocumented = ({ error }: SoakResponse) => !error || codes.has(error.extensions.code);

/** The slowest of so many hundredths. */
function percentile(responses: readonly SoakResponse[], share: number): number {
  const sorted = responses.map(({ ms }) => ms).toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
}

/** One line of what was measured. */
function summary(responses: readonly SoakResponse[]): string {
  const ms = [0.5, 0.99, 1].map((share) => `${Math.round(percentile(responses, share))} ms`);
  const shares = Object.entries(
    countByWord(responses.flatMap(({ error }) => error?.extensions.code ?? []).toSorted()),
  ).map(([code, count]) => `${code} ${((100 * count) / responses.length).toFixed(1)} %`);
  return `${responses.length} requests, half within ${ms[0]}, 99 % ${ms[1]}, all ${ms[2]}; ${shares.join(", ")}`;
}

/** The share that the throttle itself refused. */
function pacedShare(responses: readonly SoakResponse[]): number {
  const paced = responses.filter(({ error }) => error?.message.includes("too many calls wait"));
  return paced.length / responses.length;
}

/** The most that came within a second, whichever. */
function mostInASecond(arrivals: readonly { at: number }[]): number {
  let from = 0;
  return arrivals.reduce((most, { at }, index) => {
    while (arrivals[from]!.at <= at - 1000) from += 1;
    return Math.max(most, index - from + 1);
  }, 0);
}

it("answers every request by its deadline while IMM throttles, stalls and resets, and tells no lie", async () => {
  await using soak = await startSoak();
  const { seed, upstream, responses } = soak;
  const began = performance.now();
  await soak.runClients(() => performance.now() > began + soakMs);

  const served = responses.filter(({ what }) => what !== "ping");
  const idle = responses.filter(({ what }) => what === "ping");
  const arrivals = upstream.arrivals.filter(({ at }) => at >= began);
  const attempts = served.flatMap((one) => one.attempts);
  const tries = attempts.reduce((sum, count) => sum + count, 0);
  const sent = served.filter((one) => one.attempts.some((count) => count > 0));
  console.log(
    [
      `soak, seed ${seed}, deadline ${deadlineMs} ms:`,
      `projects with faults: ${summary(served.filter(({ project }) => project !== healthyProject))}`,
      `a project asked for too much: ${summary(served.filter(({ project }) => project === healthyProject))}`,
      `what needs no call: ${summary(idle)}`,
      `${tries} tries of ${sent.length} requests; of ${arrivals.length} that arrived ${arrivals.filter(({ behavior }) => isThrottled(behavior)).length} were throttled, ${arrivals.filter(({ behavior }) => isLost(behavior)).length} lost; ${served.filter(({ data }) => data?.reconciled).length} creates looked up and found`,
    ].join("\n  "),
  );

  expect(served.filter((one) => one.status !== 200 || !isDocumented(one))).toEqual([]);
  expect(violations(responses, upstream, { before, deadlineMs })).toEqual([]);
  // The way there and back is no promise, and a machine that is busy may hold a request up on its way in, at its timer,
  // and on its way out: each time as long, at worst, as one that needs no call.
  const heldUpMs = 250 + 3 * percentile(idle, 1);
  expect(served.filter(({ ms }) => ms > deadlineMs + heldUpMs)).toEqual([]);

  for (const project of [...chaosProjects, healthyProject]) {
    const ofProject = arrivals.filter((arrival) => arrival.project === project);
    const seconds = Math.floor((ofProject.at(-1)!.at - began) / 1000) + 1;
    expect(ofProject.length).toBeLessThanOrEqual(seconds * perSecond);
    // What is held up on its way comes together with what was sent later.
    expect(mostInASecond(ofProject)).toBeLessThanOrEqual(Math.ceil(1 + heldUpMs / 1000) * perSecond);
  }
  // Each answered call gives a tenth of a try back.
  const calls = attempts.filter((count) => count > 0).length;
  expect(tries).toBeLessThanOrEqual(sent.length + 100 + 0.1 * calls);
  expect(arrivals.length).toBeLessThanOrEqual(tries);
  const [greedy, modest] = ["greedy", "modest"].map((name) =>
    responses.filter(({ caller }) => caller === name),
  );
  // A busy machine may ask for so little that nobody is refused.
  const isBusy = percentile(idle, 0.99) > 250;
  expect(isBusy || pacedShare(greedy!) > 0).toBe(true);
  expect(pacedShare(greedy!)).toBeGreaterThanOrEqual(3 * pacedShare(modest!));
});

it("is stopped in the middle of it, and loses no answer", async () => {
  await using soak = await startSoak();
  const { seed, upstream, app, responses } = soak;
  const visits = soak.runClients(() => false);
  await expect.poll(() => responses.length).toBeGreaterThan(200);
  const stopped = performance.now();
  app.kill("SIGTERM");
  await visits;

  expect(await app.exited).toBe(0);
  const tookMs = performance.now() - stopped;
  const late = responses.filter(({ at, ms, broken }) => broken === undefined && at + ms > stopped);
  console.log(
    `a stop amid a soak, seed ${seed}: ${Math.round(tookMs)} ms; since the signal ${summary(late)}`,
  );
  expect(tookMs).toBeLessThan(stopSeenMs);

  const [whole, broken] = [true, false].map((isWhole) =>
    responses.filter((one) => (one.broken === undefined) === isWhole),
  );
  expect(whole!.filter((one) => one.status !== 200 || !isDocumented(one))).toEqual([]);
  expect(violations(responses, upstream, { before, deadlineMs })).toEqual([]);
  // Who got no answer met a closed door, or one that was being closed: what they asked for was taken by nobody.
  const closed = ["ECONNREFUSED", "ECONNRESET", "UND_ERR_SOCKET"];
  expect(broken!.filter((one) => !closed.includes(one.broken!))).toEqual([]);
  const arrivalsOf = groupArrivals(upstream.arrivals);
  const taken = broken!.filter((one) => one.name !== "hot" && arrivalsOf(one).some(({ at }) => at >= one.at));
  expect(taken).toEqual([]);
});
