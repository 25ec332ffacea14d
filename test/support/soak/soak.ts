import { createHash, randomInt } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "../folder.ts";
import { repeat } from "../lists.ts";
import { cloudAt, startProcess, type RunningProcess } from "../process/process.ts";
import { startChaosUpstream, type ChaosUpstream } from "./chaos-upstream.ts";
import { crudLoop, pingLoop, readLoop } from "./client-loops.ts";
import { createClient, type Client, type SoakResponse } from "./client.ts";

/** How long the calls of one request may take. */
export const deadlineMs = 2_000;
/** How many calls of a project may start in a second. */
export const perSecond = 10;
// Each with a token that is the name.
const callers = ["ann", "ben", "greedy", "modest", "probe"];
/** The projects in which calls fail. */
export const chaosProjects = ["atlas", "borealis", "cygnus", "draco", "eridanus", "fornax"];
/** A project in which none fails, and that is asked for more than it may do. */
export const healthyProject = "calm";
/** What was there before: descriptions by project and name. */
export const before = { "atlas/hot": "there for long" };

/** The built process before an upstream that misbehaves, its clients, and what they got. */
export interface Soak extends AsyncDisposable {
  /** What the upstream's behavior is drawn with; `SOAK_SEED` sets it. */
  readonly seed: number;
  readonly upstream: ChaosUpstream;
  readonly app: RunningProcess;
  /** What the clients got, in order. */
  readonly responses: readonly SoakResponse[];
  /** Lets the callers ask until it is over, or nobody listens any more. */
  runClients(isOver: () => boolean): Promise<unknown>;
}

/** Starts it all. Nothing fails before the clients run. */
export async function startSoak(): Promise<Soak> {
  const seed = Number(process.env["SOAK_SEED"] ?? randomInt(2 ** 31));
  const folder = await temporaryFolder();
  const IMM_TOKENS = join(folder.path, "tokens.json");
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  await writeFile(
    IMM_TOKENS,
    JSON.stringify(callers.map((name) => ({ name, roles: [], sha256: sha256(name) }))),
  );
  const upstream = await startChaosUpstream({ seed, lateMs: deadlineMs + 500, healthyProject, before });
  const app = await startProcess({
    ...cloudAt(upstream.url),
    IMM_AUTH: "token",
    IMM_TOKENS,
    IMM_RATE_LIMIT: "off",
    IMM_TRACE_CALLS: "on",
    IMM_DEADLINE_MS: String(deadlineMs),
    IMM_PROJECT_QPS: String(perSecond),
  });
  const clients = callers.map((caller) => [caller, createClient(app.url, caller)] as const);
  const responses: SoakResponse[] = [];
  const askAs = (caller: string): Client["ask"] => {
    const [, client] = clients.find(([name]) => name === caller)!;
    return async (request) => {
      const answer = await client.ask(request);
      responses.push(answer);
      return answer;
    };
  };
  const runClients = (isOver: () => boolean) =>
    Promise.all([
      ...chaosProjects.flatMap((project) =>
        ["ann", "ben", "ben"].map((caller, n) =>
          crudLoop(askAs(caller), { project, prefix: `${caller}${n}`, isOver }),
        ),
      ),
      ...repeat(3, () => readLoop(askAs("ben"), { names: () => "hot", project: "atlas", isOver })),
      ...repeat(30, (n) =>
        readLoop(askAs("greedy"), { names: (i) => `greedy${n}-${i}`, project: healthyProject, isOver }),
      ),
      ...repeat(2, (n) =>
        readLoop(askAs("modest"), { names: (i) => `modest${n}-${i}`, project: healthyProject, isOver }),
      ),
      pingLoop(askAs("probe"), isOver),
    ]);

  // What runs for the first time takes long.
  for (const n of Array(10).keys()) {
    for (const what of ["create", "read", "update", "delete", "ping"] as const) {
      await clients[0]![1].ask({
        what,
        project: `${healthyProject}${n}`,
        name: "first",
        description: "first",
      });
    }
  }

  return {
    ...{ seed, upstream, app, responses, runClients },
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]();
      await Promise.all(clients.map(([, client]) => client[Symbol.asyncDispose]()));
      await upstream[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}
