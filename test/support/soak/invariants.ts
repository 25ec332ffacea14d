import { isLost, isThrottled, type Arrival, type ChaosUpstream } from "./chaos-upstream.ts";
import { isIndeterminate, type SoakRequest, type SoakResponse } from "./client.ts";

const actions: Partial<Record<SoakRequest["what"], string>> = {
  create: "CreateDataset",
  update: "UpdateDataset",
  delete: "DeleteDataset",
  read: "GetDataset",
};

/** Groups what arrived by what it asked for. */
export function groupArrivals(arrivals: readonly Arrival[]): (asked: SoakRequest) => readonly Arrival[] {
  const files = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const { action, project, name, description } = arrival;
    const key = [action, project, name, description].join(" ");
    files.set(key, [...(files.get(key) ?? []), arrival]);
  }
  return ({ what, project, name, description }) =>
    files.get([actions[what], project, name, description].join(" ")) ?? [];
}

interface Known {
  /** What was there before anybody came: descriptions by project and name. */
  readonly before: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}

/** A sentence for each response that contradicts what arrived, the responses before it, or the datasets at the end. */
export function violations(
  responses: readonly SoakResponse[],
  { arrivals, datasets }: ChaosUpstream,
  { before, deadlineMs }: Known,
): string[] {
  const found: string[] = [];
  const arrivalsOf = groupArrivals(arrivals);
  // The states that a dataset may be in, by its description; null where it isn't there.
  const states = new Map<string, readonly (string | null)[]>();

  for (const answer of responses) {
    const { what, project, name, description = null, data, error } = answer;
    if (what === "ping") continue;
    const key = `${project}/${name}`;
    const may = states.get(key) ?? [before[key] ?? null];
    const say = (problem: string) => found.push(`${problem}: ${JSON.stringify({ may, ...answer })}`);
    const next = what === "delete" ? null : description;
    const come = arrivalsOf(answer);
    const last = come.at(-1);

    if (what === "read") {
      if (!error && data && !may.includes(data.dataset?.description ?? null))
        say("what was read was never written");
      continue;
    }
    // Of the time that a write has, a quarter is kept to look after it.
    const isLate = answer.ms >= deadlineMs * 0.75;
    const wasLost = isLate || answer.broken !== undefined || (last !== undefined && isLost(last.behavior));
    const taken = come.filter(({ behavior }) => !isThrottled(behavior));
    if (taken.length > (what === "create" ? 1 : 2)) say("it was sent again after it may have been done");

    if (
      error?.extensions.code === "CONFLICT" &&
      (what !== "create" || may.every((state) => state === null))
    ) {
      say("nothing was in its way");
    }
    if (isIndeterminate(answer)) {
      if (!wasLost && !come.some(({ behavior }) => isLost(behavior))) say("its answer was not lost");
      states.set(key, [...may, next]);
    } else if (!error) {
      if (what === "create" && !may.includes(null)) say("it was there before");
      if (what === "update" && may[0] === null) say("it was not there");
      if (what === "create" && data?.reconciled !== (data?.requestId === null)) say("whose answer is it");
      if (data?.reconciled && !wasLost) say("its answer was not lost");
      if (data?.requestId && data.requestId !== last?.requestId) say("that is another call's id");
      if (data?.dataset && data.dataset.description !== next) say("that was not asked for");
      states.set(key, [next]);
    } else if (error.extensions.code === "NOT_FOUND") {
      if (!may.includes(null)) say("it was there");
    } else if (error.extensions.code !== "CONFLICT" && taken.length > 0) {
      say("it may have been done");
    }
  }
  for (const [key, may] of states) {
    const state = datasets.get(key) ?? null;
    if (!may.includes(state))
      found.push(`there is ${state} of ${key} at the end, and not ${may.join(" or ")}`);
  }
  return found;
}
