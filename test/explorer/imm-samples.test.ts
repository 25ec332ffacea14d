import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { parser } from "@lezer/python";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Field } from "../../src/contract/contract-types.ts";
import { actions, contract, elementType, isList, modelOf } from "../../src/contract/contract.ts";
import { defaultTabs } from "../../src/explorer/editor/default-tabs.ts";
import { aliyunCli } from "../../src/explorer/samples/aliyun-cli.ts";
import { sdkPython } from "../../src/explorer/samples/sdk-python.ts";
import { sdkTypescript } from "../../src/explorer/samples/sdk-typescript.ts";
import { wireRequest } from "../../src/imm/wire/request.ts";
import { compile, type Programs } from "../support/process/run-typescript.ts";
import { everyParameter, sdkFiles, sdkName } from "./sdk-fixture.ts";
import { awkward } from "./tricky-values.ts";
import { codeOf, imm, write } from "./write-sample.ts";

const run = promisify(execFile);

// The official packages aren't to be had everywhere, so that the samples are held against the contract: each of the
// 54 actions with each of its parameters.
const calls = actions.map((action) => ({ action, params: everyParameter(action) }));

const describing = (Description: string) => ({ action: "UpdateProject" as const, params: { Description } });
const awkwardCalls = awkward.map(describing);

describe.each(["module", "commonjs", "a .mts file", "bundled"] as const)(
  "the TypeScript sample as %s",
  (kind) => {
    let programs: Programs;

    beforeAll(async () => {
      programs = await compile(
        {
          ...Object.fromEntries(calls.map((call) => [call.action, sdkTypescript([call], imm)])),
          Twice: sdkTypescript([calls[0]!, calls[1]!, calls[0]!], imm),
          Awkward: sdkTypescript(awkwardCalls, imm),
        },
        ["@alicloud/credentials", "@alicloud/openapi-core"],
        sdkFiles,
        kind,
      );
    });
    afterAll(() => programs[Symbol.asyncDispose]());

    it.each([
      ...(["CreateDataset", "ListProjects", "SimpleQuery", "UpdateFileMeta", "BatchGetFileMeta"] as const),
      ...(["CreateBinding", "AttachOSSBucket", "GetOSSBucketAttachment", "BatchUpdateFileMeta"] as const),
    ])("compiles against the contract's names and types, and asks what it should: %s", async (action) => {
      const sent = JSON.parse(await programs.runInTurn(action)) as unknown;

      expect(sent).toEqual({
        method: sdkName(action),
        endpoint: imm.endpoint,
        regionId: imm.region,
        request: contract.operations[action].request,
        members: inSdkNames(everyParameter(action), contract.operations[action].request),
      });
    });

    it("makes one call after the other, the same action twice", async () => {
      const methods = (await programs.runInTurn("Twice"))
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { method: string }).method);

      expect(methods).toEqual([calls[0], calls[1], calls[0]].map((call) => sdkName(call!.action)));
    });

    it("passes on every value as it is", async () => {
      const passed = (await programs.runInTurn("Awkward"))
        .trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { members: { description: string } }).members.description);

      expect(passed).toEqual(awkward);
    });

    it("is refused by that check where a parameter is none of the action's, or has another type", async () => {
      const right = sdkTypescript([calls.find(({ action }) => action === "CreateDataset")!], imm);
      const wrong = (parameter: string) => right.replace(/projectName: .*,/, `${parameter},`);

      const compiling = compile(
        { Name: wrong('project_name: "atlas"'), Type: wrong("projectName: 5") },
        ["@alicloud/credentials", "@alicloud/openapi-core"],
        sdkFiles,
        kind,
      );

      await expect(compiling).rejects.toThrow(/\bName\.m?ts\(.*'project_name' does not exist/);
      await expect(compiling).rejects.toThrow(/\bType\.m?ts\(.*not assignable to type 'string'/);
    });
  },
);

describe("the TypeScript sample", () => {
  it("writes a number that JavaScript would round as text, and others as numbers", () => {
    const code = (value: string) =>
      sdkTypescript([{ action: "CreateDataset", params: { DatasetMaxTotalFileSize: value } }], imm);

    expect(code("9007199254740993")).toContain('datasetMaxTotalFileSize: "9007199254740993"');
    expect(code("9007199254740991")).toContain("datasetMaxTotalFileSize: 9007199254740991,");
  });
});

function inSdkNames(value: unknown, model: string): unknown {
  if (Array.isArray(value)) return value.map((element) => inSdkNames(element, model));
  const fields = contract.models[model];
  if (!fields || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      sdkName(name),
      inSdkNames(member, elementType(fields[name]!)),
    ]),
  );
}

describe("the Python sample", () => {
  it.each(calls)(
    "names the contract's action, models and parameters, each with its type: $action",
    ({ action, params }) => {
      const code = sdkPython([{ action, params }], imm);
      const read = readPython(code);

      expect(read.method).toBe(pythonName(action));
      expect(read.request).toEqual(inPython(params, { type: contract.operations[action].request }));
      expect(read.config).toMatchObject({ endpoint: imm.endpoint, region_id: imm.region });
    },
  );

  it.each(awkward)("passes on a value as it is: %j", (value) => {
    const { members } = readPython(sdkPython([describing(value)], imm)).request;

    expect(members).toEqual({ description: value });
  });

  it("names things as the official client does", () => {
    const code = sdkPython(
      [
        { action: "CreateFigureClustersMergingTask", params: { From: "a", ProjectName: "b" } },
        {
          action: "IndexFileMeta",
          params: { File: { URI: "c", OSSURI: "d" } },
        },
      ],
      imm,
    );

    for (const name of ["from_", "project_name", "uri", "ossuri"]) {
      expect(code).toMatch(new RegExp(`^ +${name}=`, "m"));
    }
  });
});

interface PythonModel {
  model: string;
  members: Record<string, unknown>;
}

/** What a Python sample does: parsed as Python, so that a slip of syntax shows. */
function readPython(code: string) {
  const tree = parser.configure({ strict: true }).parse(code);
  type Tree = typeof tree.topNode;
  const text = (node: Tree) => code.slice(node.from, node.to);
  const children = (node: Tree): Tree[] => {
    const found: Tree[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
    return found;
  };

  function value(node: Tree): unknown {
    const inner = children(node).filter(({ name }) => /Expression|String|Number|Boolean|None/.test(name));
    if (node.name === "String") return JSON.parse(text(node));
    if (node.name === "Number") return numberOf(text(node));
    if (node.name === "Boolean") return text(node) === "True";
    if (node.name === "None") return null;
    if (node.name === "ArrayExpression") return inner.map(value);
    if (node.name === "DictionaryExpression") {
      const parts = inner.map(value);
      return Object.fromEntries(
        parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1]]] : [])) as [
          string,
          unknown,
        ][],
      );
    }
    if (node.name === "CallExpression") return call(node);
    throw new Error(`${node.name} is no value: ${text(node)}`);
  }

  function call(node: Tree): PythonModel {
    const [callee, list] = children(node);
    const parts = children(list!).filter(({ name }) => !["(", ")", ","].includes(name));
    const members: Record<string, unknown> = {};
    for (let index = 0; index < parts.length; index += 3) {
      members[text(parts[index]!)] = value(parts[index + 2]!);
    }
    return { model: text(callee!), members };
  }

  const statements = children(tree.topNode).filter(({ name }) => name === "AssignStatement");
  const assigned = Object.fromEntries(
    statements.map((node) => {
      const [name, , right] = children(node);
      return [text(name!), right!] as const;
    }),
  );
  const response = assigned["response"]!;
  const [callee, list] = children(response);
  const [, request] = children(list!);
  return {
    config: Object.fromEntries(
      [...text(assigned["config"]!).matchAll(/(\w+)="(.*)"/g)].map(([, name, quoted]) => [name!, quoted!]),
    ),
    method: text(callee!).replace(/^client\./, ""),
    request: call(request!),
  };
}

const numberOf = (digits: string) => (/^\d+$/.test(digits) ? BigInt(digits) : Number(digits));

function pythonName(wireName: string): string {
  if (wireName === "From") return "from_";
  return wireName.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** What Python should be handed for a value, by its type in the contract. */
function inPython(value: unknown, field: Field): unknown {
  if (isList(field)) {
    return (value as unknown[]).map((element) => inPython(element, { type: elementType(field) }));
  }
  const fields = modelOf(field);
  if (fields) {
    const members = Object.entries(value as object).map(([name, member]) => [
      pythonName(name),
      inPython(member, fields[name]!),
    ]);
    return {
      model: `imm_models.${field.type}`,
      members: Object.fromEntries(members) as Record<string, unknown>,
    };
  }
  if (field.type === "int64" || field.type === "int32") return BigInt(value as string);
  if (field.type === "map<any>") return { Any: ["it's", 1n, true, null] };
  return value;
}

describe("the aliyun sample", () => {
  it.each(calls)("passes on what the gateway itself would send: $action", async ({ action, params }) => {
    const [words] = await commands(aliyunCli([{ action, params }], imm));

    const [product, name, ...options] = words!;
    expect([product, name]).toEqual(["imm", action]);
    const { query, form = {} } = wireRequest(action, params);
    expect(flags(options)).toEqual({ region: imm.region, endpoint: imm.endpoint, ...query, ...form });
  });

  it.each(awkward)("passes on a value as it is: %j", async (value) => {
    const script = aliyunCli([describing(value), describing("next")], imm);
    const all = await commands(script);

    expect(all.map(([, , ...options]) => flags(options)["Description"])).toEqual([value, "next"]);
    // Pasted into a terminal, they would be keys.
    expect(script).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it("says that a command can't take a character", async () => {
    const query =
      'mutation { updateProject(input: { projectName: "a", description: "\\u0000" }) { requestId } }';

    expect(await write("aliyun-cli", { query })).toEqual({
      problem: "A command can't take a value with the character U+0000.",
    });
  });

  it("makes one call after the other", async () => {
    const all = await commands(await codeOf("aliyun-cli", defaultTabs[0]!));

    expect(all.map(([, action]) => action)).toEqual(["CreateProject", "CreateDataset"]);
  });
});

/** The words of each `aliyun` command, as a shell hands them on. */
async function commands(script: string): Promise<string[][]> {
  const { stdout } = await run("bash", [
    "-c",
    `aliyun() { printf '%s\\0' "$@"; printf '\\n\\0'; }\n${script}`,
  ]);
  const words = stdout.split("\0");
  const found: string[][] = [[]];
  for (const word of words.slice(0, -1)) {
    if (word === "\n") found.push([]);
    else found.at(-1)!.push(word);
  }
  return found.slice(0, -1);
}

/**
 * The flags of a command as the CLI reads its words (its cli/parser.go): what begins with one dash or two is a flag, the
 * rest of it behind the first `=` or `:` its value; if there is none, the next word is, unless that is a flag too.
 */
function flags(words: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  let open: string | undefined;
  for (const word of words) {
    const [, name = "", , value = ""] = /^([^=:]*)([=:](.*))?$/s.exec(word)!;
    if (/^--?(?!-)/.test(name)) {
      open = value === "" ? name.replace(/^--/, "") : undefined;
      found[name.replace(/^--/, "")] = value;
    } else if (open !== undefined) {
      found[open] = word;
      open = undefined;
    }
  }
  return found;
}

describe("every sample for IMM itself", () => {
  const languages = ["sdk-typescript", "sdk-python", "aliyun-cli"];

  it.each(languages)("is there before anything runs, for each starter: %s", async (language) => {
    for (const starter of defaultTabs) {
      const code = await codeOf(language, starter);
      expect(code).toMatch(/\w+_?(?:projects?|dataset|binding|file_?meta)\b/i);
    }
  });

  it.each(languages)("says what it can't know, and where there is nothing to call: %s", async (language) => {
    expect(await write(language, { query: "{ projects { nodes { fileCount } } }" })).toMatchObject({
      code: expect.stringContaining("<ProjectName>") as string,
      notes: [
        expect.stringContaining("billed") as string,
        expect.stringContaining("angle brackets") as string,
      ],
    });
    expect(
      await write(language, {
        query:
          'mutation { updateProject(input: { projectName: "a", description: "<b>x</b>" }) { requestId } }',
      }),
    ).toMatchObject({ notes: [expect.stringContaining("billed") as string] });
    expect(await write(language, { query: "{ __typename }" })).toEqual({
      problem: "This operation causes no call to IMM.",
    });
    expect(
      await write(language, { query: "query ($n: ProjectName!) { project(projectName: $n) { id } }" }),
    ).toMatchObject({ problem: expect.stringContaining("$n") as string });
  });
});
