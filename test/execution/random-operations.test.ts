import { assert, asyncProperty, integer } from "fast-check";
import { execute as executeByGraphqlJs, parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "../../src/execution/execute.ts";
import { drawBy } from "../support/execution/draw.ts";
import { outcomeOf } from "../support/execution/outcome-of.ts";
import { randomDocument, randomVariables } from "../support/execution/random-document.ts";
import { createWorld } from "../support/execution/random-outcomes.ts";
import { randomSchema } from "../support/execution/random-schema.ts";

const cases = Number(process.env["EXECUTION_CASES"] ?? 10_000);

/** An operation of a seed, to be executed more than once: the first makes the plan, the second finds it. */
function* runsOf(seed: number) {
  const draw = drawBy(seed);
  const schema = randomSchema(draw);
  const text = randomDocument(schema, draw);
  const document = parse(text);
  for (let round = 0; round < 2; round += 1) {
    const variableValues = randomVariables(draw);
    const operationName = draw.chance(0.9) ? "One" : undefined;
    const worldSeed = draw.below(2 ** 31);
    const calm = draw.chance(0.6);
    yield {
      text,
      async by(executor: typeof execute) {
        const world = createWorld(worldSeed, { schema, calm });
        const rootValue = world.root(schema.getQueryType()!);
        const args = { schema, document, variableValues, operationName, contextValue: world, rootValue };
        const outcome = await outcomeOf(executor, args);
        const callsBefore = world.log.length;
        // What still runs of what failed.
        await turn();
        return [outcome, callsBefore, ...world.log].join("\n");
      },
    };
  }
}

// An executor that leaves a rejection unheard ends the process. graphql-js does, where an element of a list throws after
// another has returned a promise.
const unheard: unknown[] = [];
let listeners: NodeJS.UnhandledRejectionListener[] = [];
const turn = () => new Promise(setImmediate);

beforeAll(() => {
  listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => unheard.push(reason));
});
afterAll(async () => {
  await turn();
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

describe("random operations on random schemas", () => {
  it("leave no rejection unheard", async () => {
    const property = asyncProperty(integer(), async (seed) => {
      for (const run of runsOf(seed)) {
        await run.by(execute);
        if (unheard.length > 0) throw new Error(run.text);
      }
    });
    await assert(property, { numRuns: cases / 10, unbiased: true });
    expect(unheard).toEqual([]);
  });

  it("are executed as by graphql-js: data, errors, and every call in order", async () => {
    const property = asyncProperty(integer(), async (seed) => {
      for (const run of runsOf(seed)) {
        const answered = `${run.text}\n${await run.by(execute)}`;
        expect(answered).toBe(`${run.text}\n${await run.by(executeByGraphqlJs)}`);
      }
    });
    await assert(property, { numRuns: cases, unbiased: true });
  });
});
