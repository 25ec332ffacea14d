import { createHash, randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import { setTimeout } from "node:timers/promises";
import {
  json,
  neverRespond,
  raw,
  startUpstream,
  type Responder,
  type Upstream,
} from "../upstream/upstream.ts";

/** What the stand-in does with a call: whether and when it takes effect, and how it is answered. */
export interface Behavior {
  readonly done: "at once" | "late" | "never";
  readonly answer:
    | "at once"
    | "busy"
    | "late"
    | "never"
    | "reset"
    | "slow"
    | "throttled"
    | "throttled a while";
}

/** A call as it arrived. */
export interface Arrival {
  /** In milliseconds, by the test's own `performance.now`. */
  readonly at: number;
  readonly action: string;
  readonly project: string;
  readonly name: string;
  /** What was to be written. */
  readonly description: string | undefined;
  readonly behavior: Behavior;
  readonly requestId: string;
}

/** A stand-in for IMM that keeps datasets, and does and answers what it is asked as chance has it. */
export interface ChaosUpstream extends Upstream {
  /** The descriptions of the datasets that are there, by project and name. */
  readonly datasets: ReadonlyMap<string, string>;
  /** What it was asked, in order. */
  readonly arrivals: readonly Arrival[];
}

export interface ChaosOptions {
  /** With the same seed, the same call meets the same behavior. */
  readonly seed: number;
  /** What comes late comes after so many milliseconds. */
  readonly lateMs: number;
  /** How the names of projects begin in which every call is healthy. */
  readonly healthyProject: string;
  /** What has been there for long: descriptions by project and name. */
  readonly before: Readonly<Record<string, string>>;
}

const healthy: Behavior = { done: "at once", answer: "at once" };

// The share of all calls that each behavior has; the others are healthy.
const shares: readonly (readonly [share: number, behavior: Behavior])[] = [
  [0.04, { done: "never", answer: "throttled" }],
  [0.04, { done: "never", answer: "throttled a while" }],
  [0.04, { done: "never", answer: "busy" }],
  [0.03, { done: "never", answer: "reset" }],
  [0.03, { done: "at once", answer: "reset" }],
  [0.02, { done: "never", answer: "never" }],
  [0.02, { done: "at once", answer: "never" }],
  [0.02, { done: "at once", answer: "late" }],
  [0.02, { done: "late", answer: "never" }],
  [0.04, { done: "at once", answer: "slow" }],
];

/** Whether whoever made the call gets no answer, or one that comes too late. */
export function isLost({ answer }: Behavior): boolean {
  return answer === "late" || answer === "never" || answer === "reset";
}

/** Whether the call is refused for being one too many. */
export function isThrottled({ answer }: Behavior): boolean {
  return answer === "busy" || answer === "throttled" || answer === "throttled a while";
}

/** Starts the stand-in. Only a create is ever done late: what is written later would undo what was written since. */
export async function startChaosUpstream({
  seed,
  lateMs,
  healthyProject,
  before,
}: ChaosOptions): Promise<ChaosUpstream> {
  const long = "2020-01-01T00:00:00Z";
  const datasets = new Map(
    Object.entries(before).map(([key, Description]) => [key, { Description, CreateTime: long }]),
  );
  const arrivals: Arrival[] = [];
  const tries = new Map<string, number>();
  const ending = new AbortController();
  // Whatever is done or answered later listens to it.
  setMaxListeners(0, ending.signal);

  const behaviorOf = (project: string, call: string): Behavior => {
    const n = (tries.get(call) ?? 0) + 1;
    tries.set(call, n);
    let drawn = project.startsWith(healthyProject) ? 1 : draw(`${seed} ${call} ${n}`);
    const [, behavior] = shares.find(([share]) => (drawn -= share) < 0) ?? [0, healthy];
    return behavior.done === "late" && !call.startsWith("CreateDataset")
      ? { ...behavior, done: "never" }
      : behavior;
  };

  const later = (ms: number, then: () => void) => {
    setTimeout(ms, undefined, { signal: ending.signal }).then(then, () => {});
  };

  /** Does what is asked, and says what IMM would. */
  const perform = ({ action, project, name, description, requestId }: Arrival): Responder => {
    const key = `${project}/${name}`;
    const found = datasets.get(key);
    const known = { RequestId: requestId };
    if (action === "CreateDataset") {
      if (found) return json(409, { ...known, Code: "ResourceAlreadyExists", Message: "It is there." });
      datasets.set(key, { Description: description ?? "", CreateTime: new Date().toISOString() });
    } else if (!found) {
      return json(404, { ...known, Code: "ResourceNotFound", Message: "It is not there." });
    }
    if (action === "UpdateDataset") datasets.set(key, { ...found!, Description: description ?? "" });
    if (action === "DeleteDataset") datasets.delete(key);
    const Dataset = { ProjectName: project, DatasetName: name, ...(datasets.get(key) ?? found) };
    return json(200, action === "DeleteDataset" ? known : { ...known, Dataset });
  };

  const upstream = await startUpstream((request, response) => {
    const { action, query } = request;
    const { ProjectName: project = "", DatasetName: name = "", Description: description } = query;
    const behavior = behaviorOf(project, `${action} ${project}/${name} ${description ?? ""}`);
    const requestId = randomUUID();
    const arrival = { at: performance.now(), action, project, name, description, behavior, requestId };
    arrivals.push(arrival);
    if (behavior.done === "late") later(lateMs, () => perform(arrival));
    const said = behavior.done === "at once" ? perform(arrival) : neverRespond;
    const answer = () => responders[behavior.answer](said, arrival.requestId)(request, response);
    if (behavior.answer === "slow") later(lateMs / 8, answer);
    else if (behavior.answer === "late") later(lateMs, answer);
    else answer();
  });
  return {
    ...upstream,
    arrivals,
    get datasets() {
      return new Map([...datasets].map(([key, { Description }]) => [key, Description]));
    },
    async [Symbol.asyncDispose]() {
      ending.abort();
      await upstream[Symbol.asyncDispose]();
    },
  };
}

const unchanged = (said: Responder) => said;

const responders: Readonly<Record<Behavior["answer"], (said: Responder, requestId: string) => Responder>> = {
  "at once": unchanged,
  slow: unchanged,
  late: unchanged,
  never: () => neverRespond,
  reset: () => raw("", "reset"),
  busy: () => json(429, ""),
  throttled: (_said, requestId) => tooMany(requestId),
  "throttled a while": (_said, requestId) => tooMany(requestId, { "x-acs-retry-after": "50" }),
};

function tooMany(RequestId: string, headers = {}): Responder {
  return json(400, { RequestId, Code: "Throttling.User", Message: "Too many." }, headers);
}

/** A number from 0 to 1 that looks random, the same for the same text. */
function draw(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
