import * as original from "@whatwg-node/promise-helpers";
import { array, assert, asyncProperty, boolean, constantFrom, option, record } from "fast-check";
import { describe, expect, it } from "vitest";
import * as shim from "../../src/shims/promise-helpers.ts";

type Helpers = Pick<
  typeof original,
  "fakePromise" | "fakeRejectPromise" | "handleMaybePromise" | "iterateAsync"
>;

const versions: readonly [string, Helpers][] = [
  ["the original", original],
  ["ours", shim as unknown as Helpers],
];

it("has all that the original has", () => {
  expect(Object.keys(shim).toSorted()).toEqual(Object.keys(original).toSorted());
});

const ways = [
  "value",
  "undefined",
  "throws",
  "fake",
  "fake of undefined",
  "fake rejection",
  "promise",
  "rejection",
  "thenable",
] as const;
type Way = (typeof ways)[number];

/** A function that answers, or fails, in a way. */
function answering(way: Way, name: string, helpers: Helpers): unknown {
  switch (way) {
    case "value":
      return name;
    case "undefined":
      return undefined;
    case "throws":
      throw new Error(name);
    case "fake":
      return helpers.fakePromise(name);
    case "fake of undefined":
      return helpers.fakePromise(undefined);
    case "fake rejection":
      return helpers.fakeRejectPromise(new Error(name));
    case "promise":
      return Promise.resolve(name);
    case "rejection":
      return Promise.reject(new Error(name));
    case "thenable":
      return { then: (resolve: (value: string) => unknown) => resolve(name) };
  }
}

/** What comes of some work, and whether it was there at once. */
async function outcomeOf(work: () => unknown) {
  let answer;
  try {
    answer = work();
  } catch (error) {
    return { at: "once", error: (error as Error).message };
  }
  if (!original.isPromise(answer)) return { at: "once", value: answer };
  try {
    return { at: "later", value: await answer };
  } catch (error) {
    return { at: "later", error: (error as Error).message };
  }
}

describe("handleMaybePromise", () => {
  const run = async (helpers: Helpers, { input, onValue, onError, onFinally }: Chain) => {
    const calls: unknown[] = [];
    const handler = (way: Way | null, name: string) =>
      way === null
        ? undefined
        : (given?: unknown) => {
            calls.push([name, given instanceof Error ? given.message : given]);
            return answering(way, name, helpers);
          };
    const outcome = await outcomeOf(() =>
      helpers.handleMaybePromise(
        () => answering(input, "input", helpers),
        handler(onValue, "onValue")!,
        handler(onError, "onError"),
        handler(onFinally, "onFinally") as (() => void) | undefined,
      ),
    );
    return { outcome, calls };
  };

  interface Chain {
    readonly input: Way;
    readonly onValue: Way;
    readonly onError: Way | null;
    readonly onFinally: Way | null;
  }

  it("does the same as the original with every answer of every function", async () => {
    for (const input of ways) {
      for (const onValue of ways) {
        for (const onError of [...ways, null]) {
          for (const onFinally of [null, "value", "throws", "promise"] as const) {
            const chain = { input, onValue, onError, onFinally };
            expect([chain, await run(shim as unknown as Helpers, chain)]).toEqual([
              chain,
              await run(original, chain),
            ]);
          }
        }
      }
    }
  });

  it.each(versions)(
    "answers at once what is there at once, and later what is promised: %s",
    async (_name, helpers) => {
      const { fakePromise, fakeRejectPromise, handleMaybePromise } = helpers;
      expect(
        handleMaybePromise(
          () => fakePromise(1),
          (one) => fakePromise(one + 1),
        ),
      ).toBe(2);
      expect(
        handleMaybePromise(
          () => fakeRejectPromise(new Error("no")),
          () => "value",
          (error: Error) => error.message,
        ),
      ).toBe("no");
      expect(() =>
        handleMaybePromise(
          () => 1,
          () => {
            throw new Error("of onValue");
          },
          () => "handled",
        ),
      ).toThrow("of onValue");
      const late = handleMaybePromise(
        () => Promise.resolve(1),
        (one) => one + 1,
      );
      expect(late).toBeInstanceOf(Promise);
      expect(await late).toBe(2);
    },
  );
});

describe("what looks like a promise", () => {
  const chains: Readonly<Record<string, (fake: Promise<unknown>) => unknown>> = {
    then: (fake) => fake.then((value) => [value]),
    "then nothing": (fake) => fake.then(undefined),
    "then a throw": (fake) =>
      fake.then(() => {
        throw new Error("then");
      }),
    "then a promise": (fake) => fake.then((value) => Promise.resolve([value])),
    "then with both": (fake) =>
      fake.then(
        (value) => [value],
        (error: Error) => error.message,
      ),
    catch: (fake) => fake.catch((error: Error) => error.message),
    "catch nothing": (fake) => fake.catch(undefined),
    "catch a throw": (fake) =>
      fake.catch(() => {
        throw new Error("catch");
      }),
    finally: (fake) => fake.finally(() => {}),
    "finally nothing": (fake) => fake.finally(undefined),
    "finally a throw": (fake) =>
      fake.finally(() => {
        throw new Error("finally");
      }),
    "finally a rejection": (fake) => fake.finally(() => original.fakeRejectPromise(new Error("late"))),
    "finally, then": (fake) => fake.finally(() => {}).then((value) => [value]),
    await: (fake) => Promise.resolve(fake),
    name: (fake) => Object.prototype.toString.call(fake),
  };

  it.each(Object.entries(chains))("chains as the original does: %s", async (_name, chain) => {
    for (const make of [
      ({ fakePromise }: Helpers) => fakePromise("value") as Promise<unknown>,
      ({ fakeRejectPromise }: Helpers) => fakeRejectPromise(new Error("error")),
    ]) {
      const [theirs, ours] = await Promise.all(
        [original, shim as unknown as Helpers].map((helpers) =>
          outcomeOf(() => original.unfakePromise(chain(make(helpers)) as Promise<unknown>)),
        ),
      );
      expect(ours).toEqual(theirs);
    }
  });

  it("is known by either version", () => {
    for (const make of [original, shim]) {
      for (const take of [original, shim]) {
        expect(take.unfakePromise(make.fakePromise(1) as Promise<number>)).toBe(1);
        expect(() => take.unfakePromise(make.fakeRejectPromise(new Error("no")))).toThrow("no");
      }
    }
  });
});

describe("iterateAsync", () => {
  const step = record({ way: constantFrom(...ways), endsEarly: boolean() });

  it("does the same as the original with any callbacks", async () => {
    await assert(
      asyncProperty(array(step, { maxLength: 6 }), option(constantFrom([])), async (steps, collected) => {
        const run = async (helpers: Helpers) => {
          const calls: unknown[] = [];
          const results: unknown[] | undefined = collected ? [] : undefined;
          const outcome = await outcomeOf(() =>
            helpers.iterateAsync(
              steps,
              ({ way, endsEarly }, endEarly, index) => {
                calls.push(index);
                if (endsEarly) endEarly();
                return answering(way, String(index), helpers);
              },
              results,
            ),
          );
          return { outcome, calls, results };
        };
        expect(await run(shim as unknown as Helpers)).toEqual(await run(original));
      }),
      { numRuns: 2_000 },
    );
  });
});
