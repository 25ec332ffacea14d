import {
  appendFileSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  record,
  type Arbitrary,
} from "fast-check";
import { describe, expect, it } from "vitest";
import { filesOf, watchedFolder, type WatchedFolder } from "./watched-folder.ts";

// Names that meet often, and some that can't be part of a key.
const name = constantFrom("a", "b", "c", "日落 (1).jpg", "\uFFFD", "back\\slash");
const path = array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join("/"));
const slot = constantFrom("1", "2", "3");
const invalid = constantFrom("\xff", "\xfe", "a\xff");

const anyChange = oneof(
  record({ kind: constant("write"), path, size: constantFrom(0, 1, 2, 5_000) }),
  record({ kind: constant("append"), path, times: integer({ min: 1, max: 6 }) }),
  record({ kind: constant("truncate"), path }),
  record({ kind: constant("touch"), path, time: constantFrom(1, 2, 1_800_000_000) }),
  record({ kind: constant("folder"), path }),
  record({ kind: constant("fill"), path }),
  record({ kind: constant("move"), path, to: path }),
  record({ kind: constant("swap"), path, with: path }),
  record({ kind: constant("moveOut"), path, to: slot }),
  record({ kind: constant("moveIn"), from: slot, path }),
  record({ kind: constant("remove"), path }),
  record({ kind: constant("replace"), path }),
  record({
    kind: constant("link"),
    path,
    to: constantFrom("a", "b", "..", "../outside", "nowhere"),
  }),
  record({ kind: constant("invalid"), path, name: invalid }),
  record({ kind: constant("pass"), ms: constantFrom(0, 50, 200, 300, 1_000, 5_000) }),
);
const anyOperation = oneof(
  { weight: 30, arbitrary: anyChange },
  { weight: 3, arbitrary: constant({ kind: "rest" } as const) },
  { weight: 1, arbitrary: constant({ kind: "stop" } as const) },
  { weight: 2, arbitrary: constant({ kind: "start" } as const) },
);
type Operation = typeof anyOperation extends Arbitrary<infer Value> ? Value : never;

/** Does what may fail since nothing, or something else, is at a path. */
function attempt(change: () => void): void {
  try {
    change();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const expected = ["ENOENT", "EEXIST", "ENOTDIR", "EISDIR", "ENOTEMPTY", "EINVAL", "ELOOP", "EBUSY"];
    if (!expected.includes(code)) throw error;
  }
}

async function perform(bucket: WatchedFolder, operation: Operation): Promise<void> {
  const at = "path" in operation ? join(bucket.path, operation.path) : bucket.path;
  const makeFolder = () => mkdirSync(dirname(at), { recursive: true });
  switch (operation.kind) {
    case "write":
      return attempt(() => {
        makeFolder();
        writeFileSync(at, "x".repeat(operation.size));
      });
    case "append":
      for (let time = 0; time < operation.times; time += 1) {
        attempt(() => appendFileSync(at, "more"));
        await bucket.pass(150);
      }
      return;
    case "truncate":
      return attempt(() => truncateSync(at));
    case "touch":
      return attempt(() => utimesSync(at, operation.time, operation.time));
    case "folder":
      return attempt(() => void mkdirSync(at, { recursive: true }));
    case "fill":
      return attempt(() => {
        for (const folder of ["a", "a/b", "c"]) {
          mkdirSync(join(at, folder), { recursive: true });
          for (let index = 0; index < 60; index += 1) writeFileSync(join(at, folder, `f${index}`), "");
        }
      });
    case "move":
      return attempt(() => renameSync(at, join(bucket.path, operation.to)));
    case "swap":
      return attempt(() => {
        const other = join(bucket.path, operation.with);
        const between = join(bucket.outside, "between");
        renameSync(at, between);
        try {
          renameSync(other, at);
          renameSync(between, other);
        } catch (error) {
          renameSync(between, at);
          throw error;
        }
      });
    case "moveOut":
      return attempt(() => renameSync(at, join(bucket.outside, operation.to)));
    case "moveIn":
      return attempt(() => renameSync(join(bucket.outside, operation.from), at));
    case "remove":
      return attempt(() => rmSync(at, { recursive: true }));
    case "replace":
      return attempt(() => {
        try {
          unlinkSync(at);
          mkdirSync(at);
          writeFileSync(join(at, "in"), "");
        } catch {
          rmSync(at, { recursive: true });
          writeFileSync(at, "");
        }
      });
    case "link":
      return attempt(() => symlinkSync(operation.to, at));
    case "invalid":
      return attempt(() => {
        mkdirSync(at, { recursive: true });
        writeFileSync(Buffer.concat([Buffer.from(`${at}/`), Buffer.from(operation.name, "latin1")]), "");
      });
    case "pass":
      return bucket.pass(operation.ms);
    default:
      return;
  }
}

/** Runs operations, and compares the index with the folder whenever there is rest. */
async function run(
  operations: readonly Operation[],
  { maxWatches, restMs }: { maxWatches: number; restMs: number },
): Promise<void> {
  await using bucket = await watchedFolder();
  const compare = async () => {
    await bucket.pass(restMs);
    expect(bucket.index.files()).toEqual(filesOf(bucket.path));
  };
  // An empty folder isn't believed at the start.
  writeFileSync(join(bucket.path, "always"), "");
  await bucket.start({ maxWatches });
  let isRunning = true;
  for (const operation of [...operations, { kind: "rest" }, { kind: "start" }, { kind: "rest" }] as const) {
    if (operation.kind === "start") await bucket.start({ maxWatches });
    else if (operation.kind === "stop") await bucket.stop();
    else if (operation.kind === "rest" && isRunning) await compare();
    else await perform(bucket, operation);
    if (operation.kind === "start" || operation.kind === "stop") isRunning = operation.kind === "start";
  }
  expect(bucket.errors).toEqual([]);
  expect(bucket.problems).toEqual([]);
}

const many = array(anyOperation, { minLength: 1, maxLength: 60, size: "max" });

describe("whatever happens in the folder of a bucket, at rest the index equals it", () => {
  it("as soon as files rest, by what the system tells of each folder", async () => {
    const property = asyncProperty(many, (operations) =>
      run(operations, { maxWatches: Infinity, restMs: 6_000 }),
    );

    await expect(assert(property, { seed: 18, numRuns: 60 })).resolves.toBeUndefined();
  });

  it("by the next full scan, where the system tells of some folders or none", async () => {
    const property = asyncProperty(many, nat(2), (operations, maxWatches) =>
      run(operations, { maxWatches, restMs: 65_000 }),
    );

    await expect(assert(property, { seed: 18, numRuns: 12 })).resolves.toBeUndefined();
  });
});
