import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { promisify } from "node:util";
import { parse, print } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { compile, type Programs } from "../support/process/run-typescript.ts";
import { awkward, names } from "./tricky-values.ts";
import { codeOf, hasCurl, programsOf, samplePackages, write } from "./write-sample.ts";

const run = promisify(execFile);

const dataset = { __typename: "Dataset", projectName: "atlas", datasetName: "photos" };

/** Operations that are hard to write down, each with its variables as JSON text. */
const operations: Record<string, { query: string; variables: string; headers?: string }> = {
  Names: {
    query: `query __proto__(${names.map((name) => `$${name}: ProjectName!`).join(" ")} $all: [_Any!]!) {
      ${names.map((name) => `${name}: project(projectName: $${name}) { ${name}: id ...${name} }`).join(" ")}
      _entities(representations: $all) { __typename }
    }
    ${names.map((name) => `fragment ${name} on Project { ${name}Too: id }`).join(" ")}`,
    // Put together as text: in a literal of JavaScript one of the names is none.
    variables: `{${names.map((name) => `"${name}":"atlas"`).join()},
      "all":[{"__typename":"Project","projectName":"atlas",${names.map((name) => `"${name}":{"${name}":1}`).join()}}]}`,
  },
  Values: {
    query: `query Values($all: [_Any!]!) {
      variables: _entities(representations: $all) { __typename }
      literals: _entities(representations: [{
        __typename: "Dataset", projectName: "atlas", datasetName: "photos", values: ${JSON.stringify(awkward)}
      }]) { __typename }
    }`,
    variables: JSON.stringify({ all: [{ ...dataset, values: awkward }] }),
  },
  Headers: {
    query: "query Headers($first: Int) { projects(first: $first) { nodes { id } } }",
    variables: "{}",
    headers: JSON.stringify({
      "x-request-id": '@it\'s `$HOME` \\ "q"',
      "user-agent": "",
      accept: "*/*; q=0.5",
    }),
  },
};

/** What arrives of an operation, or should. */
const sent = (query: string, variables: unknown, headers: object) => ({
  query: print(parse(query)),
  // As text: to Vitest an object with a member `__proto__` equals one without.
  variables: JSON.stringify(variables),
  headers,
});

const expected = (name: string) => {
  const { query, variables, headers = "{}" } = operations[name]!;
  return sent(query, JSON.parse(variables), JSON.parse(headers) as object);
};

let received: ReturnType<typeof sent> | undefined;
// Without a timeout, so that no connection closes under the next program.
const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
  const answer = async () => {
    const { query, variables } = (await json(request)) as { query: string; variables: unknown };
    received = sent(query, variables, request.headers);
    response.setHeader("content-type", "application/json").end('{"data":{}}');
  };
  void answer();
});
let endpoint = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/imm/graphql`;
});
afterAll(() => void server.close());
beforeEach(() => {
  received = undefined;
});

// Slim images of Node have no curl.
describe.skipIf(!hasCurl)("what the curl sample sends", () => {
  it.each(Object.keys(operations))("is the whole of the operation: %s", async (name) => {
    const command = await codeOf("curl", operations[name]!, endpoint);

    await run("bash", ["-c", command]);

    expect(received).toMatchObject(expected(name));
  });
});

describe.each([
  ["module", ["fetch", "typed-client"]],
  ["commonjs", ["fetch", "typed-client"]],
  ["a .mts file", ["typed-client"]],
] as const)("compiled as %s", (kind, languages) => {
  let programs: Programs;
  beforeAll(async () => {
    const samples = await programsOf(languages, operations, endpoint);
    programs = await compile(samples, samplePackages, {}, kind);
  });
  afterAll(() => programs[Symbol.asyncDispose]());

  describe.each(languages)("what the %s sample sends", (language) => {
    it.each(Object.keys(operations))("is the whole of the operation: %s", async (name) => {
      await programs.runInTurn(`${language}-${name}`);

      expect(received).toMatchObject(expected(name));
    });
  });
});

describe("a header that can't be sent", () => {
  it.each(["two words", "", "@file", "x-request-id"])("is in no sample: %j", async (name) => {
    const headers = JSON.stringify({ [name]: name === "x-request-id" ? "a\r\nx-other: b" : "a" });

    for (const language of ["curl", "fetch", "typed-client"]) {
      expect(await write(language, { query: "{ __typename }", headers })).toEqual({
        problem: expect.stringContaining(`The header ${JSON.stringify(name)} can't be sent`) as string,
      });
    }
  });
});
