import { existsSync, readFileSync } from "node:fs";
import type { Profiler } from "node:inspector";
import { SourceMap } from "node:module";
import { token } from "../gateway.ts";
import type { Workload } from "../workloads.ts";
import { connectTo, load } from "./load.ts";
import type { MeasuredProcess } from "./process.ts";
import { sum } from "./statistics.ts";

/** Where a server's time goes: microseconds of its main thread for a request, by whose code they are spent for. */
export type CpuByOwner = ReadonlyMap<Owner, number>;

// The first that fits a file's address is its owner.
const owners = [
  [
    "Yoga: HTTP and its hooks",
    /\/node_modules\/(graphql-yoga|@whatwg-node|@envelop|@graphql-yoga|lru-cache)\//,
  ],
  ["execution", /\/node_modules\/(@graphql-tools|graphql|@pothos|dataloader)\//],
  ["the call to IMM and its signature", /\/node_modules\/(undici|@alicloud)\//],
  ["the log", /\/node_modules\/(pino|sonic-boom)\//],
  ["the gateway's own code", /^(?!.*\/node_modules\/).*\/(dist|src)\//],
] as const;

export type Owner = (typeof owners)[number][0] | "garbage collection" | "Node, for nobody in particular";

/** The owners, in the order of a table. */
export const allOwners: readonly Owner[] = [
  ...owners.map(([owner]) => owner),
  "garbage collection",
  "Node, for nobody in particular",
];

/** Profiles a warm server at a workload. */
export async function profile(server: MeasuredProcess, workload: Workload, ms: number): Promise<CpuByOwner> {
  await using client = connectTo(server.url, { authorization: `Bearer ${token}` });
  await server.ask("start profile");
  // Numbers that no round comes to: what is created is new.
  const { count } = await load(client, { ms, senders: 8, request: (n) => workload.request(10_000_000 + n) });
  return attributeSamples(await server.ask<Profiler.Profile>("stop profile"), count);
}

/** Gives each sample to the innermost file of its stack that has an owner: what Node does is done for its caller. */
export function attributeSamples(
  { nodes, samples = [], timeDeltas = [] }: Profiler.Profile,
  requests: number,
): CpuByOwner {
  const sourceOf = sourceFinder();
  const ownerOf = new Map<number, Owner | undefined>();
  const visit = (id: number, inherited: Owner | undefined) => {
    const { callFrame, children = [] } = byId.get(id)!;
    const owner = ownOwner(callFrame.functionName, sourceOf(callFrame)) ?? inherited;
    ownerOf.set(id, owner);
    for (const child of children) visit(child, owner);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  visit(nodes[0]!.id, undefined);

  const spent = new Map<Owner, number>();
  for (const [index, id] of samples.entries()) {
    if (byId.get(id)!.callFrame.functionName === "(idle)") continue;
    const owner = ownerOf.get(id) ?? "Node, for nobody in particular";
    spent.set(owner, (spent.get(owner) ?? 0) + timeDeltas[index]! / requests);
  }
  return spent;
}

/** What part of it isn't spent for the gateway's own code. */
export function shareOfOthers(spent: CpuByOwner): number {
  return 1 - (spent.get("the gateway's own code") ?? 0) / sum([...spent.values()]);
}

function ownOwner(functionName: string, source: string): Owner | undefined {
  if (functionName === "(garbage collector)") return "garbage collection";
  return owners.find(([, files]) => files.test(source))?.[0];
}

/** Tells where a frame was written: the gateway is a bundle of many files, and others'. */
function sourceFinder(): (frame: Profiler.ProfileNode["callFrame"]) => string {
  const maps = new Map<string, SourceMap | undefined>();
  const mapOf = (url: string) => {
    if (!maps.has(url)) maps.set(url, readMap(new URL(`${url}.map`)));
    return maps.get(url);
  };
  return ({ url, lineNumber, columnNumber }) => {
    const place = url.startsWith("file:") ? mapOf(url)?.findEntry(lineNumber, columnNumber) : undefined;
    return place && "originalSource" in place ? new URL(String(place.originalSource), url).href : url;
  };
}

function readMap(file: URL): SourceMap | undefined {
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, "utf8"))) : undefined;
}
